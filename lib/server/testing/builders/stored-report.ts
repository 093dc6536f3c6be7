import type { Database } from '#lib/server/db/client.ts';
import type { ReportStatus } from '#lib/server/db/generated/enums.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { firstDay, month, nextMonth } from '#lib/shared/month.ts';

type Given = {
  readonly placement: BuiltPlacement;
  readonly month: string;
  readonly status?: ReportStatus;
  readonly submittedOn?: string;
  readonly number?: number;
  readonly supersedesId?: string;
  readonly source?: 'form' | 'import';
};

/** A report as it stands in its table, approved where nothing else is given, without rows. Returns its id. */
export async function buildStoredReport(owner: Database, given: Given): Promise<string> {
  const { placement } = given;
  const id = newId();
  const submittedOn =
    given.submittedOn === undefined
      ? addDays(firstDay(nextMonth(month(given.month))), 2)
      : plainDate(given.submittedOn);
  await owner.report.create({
    data: {
      id,
      placementId: placement.id,
      participantId: placement.participant.id,
      providerId: placement.office.provider.id,
      officeId: placement.office.id,
      month: toUtcDate(firstDay(month(given.month))),
      number: given.number ?? 1,
      supersedesId: given.supersedesId ?? null,
      status: given.status ?? 'approved',
      submittedOn: toUtcDate(submittedOn),
      submittedAt: toUtcDate(submittedOn),
      source: given.source ?? 'form',
      contentHash: id,
      decideBy: toUtcDate(addDays(submittedOn, 14)),
      amountOre: 0n,
    },
  });
  return id;
}
