import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { OutcomeStatus } from '#lib/server/db/generated/enums.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

type GivenSpell = {
  readonly from: string;
  readonly to?: string;
  readonly extentPercent?: number;
  readonly employerOrgNo?: string;
  readonly employerName?: string;
};

type Given = {
  readonly placement: Pick<BuiltPlacement, 'id'>;
  readonly type?: OutcomeType;
  readonly status?: OutcomeStatus;
  readonly from: string;
  /** The first day of it where nothing is given. */
  readonly signalledOn?: string;
  readonly appliedOn?: string;
  readonly verifiedThrough?: string;
  /** One full-time spell without end, from `from`, where nothing is given. */
  readonly spells?: readonly GivenSpell[];
  readonly number?: number;
  readonly supersedesId?: string;
  readonly submittedByPersonId?: string;
};

const dayOf = (text: string): Date => toUtcDate(plainDate(text));
const dayOrNull = (text: string | undefined): Date | null => (text === undefined ? null : dayOf(text));

/** An outcome as it stands in its table: approved employment where nothing else is given. Returns its id. */
export async function buildOutcome(owner: Database, given: Given): Promise<string> {
  const id = newId();
  const signalledOn = dayOf(given.signalledOn ?? given.from);
  const spells = given.spells ?? [{ from: given.from }];
  await owner.outcome.create({
    data: {
      id,
      placementId: given.placement.id,
      number: given.number ?? 1,
      supersedesId: given.supersedesId ?? null,
      type: given.type ?? 'employment',
      from: dayOf(given.from),
      signalledOn,
      appliedOn: dayOrNull(given.appliedOn),
      status: given.status ?? 'approved',
      verifiedThrough: dayOrNull(given.verifiedThrough),
      submittedAt: signalledOn,
      submittedByPersonId: given.submittedByPersonId ?? null,
      spells: {
        create: spells.map(({ from, to, extentPercent, employerOrgNo, employerName }, index) => ({
          number: index + 1,
          from: dayOf(from),
          to: dayOrNull(to),
          extentPercent: extentPercent ?? 100,
          employerOrgNo: employerOrgNo ?? null,
          employerName: employerName ?? '',
        })),
      },
    },
  });
  return id;
}
