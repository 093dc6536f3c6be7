import type { ReopenKind } from '#lib/domain/review/reopen-report.ts';
import { isReopenable, reopenReport } from '#lib/domain/review/reopen-report.ts';
import { decideBy } from '#lib/domain/terms/terms.ts';
import { reopenReportInput } from '#lib/schemas/review.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { reportPath } from '#lib/server/report/provider-paths.ts';
import type { LockedReport } from '#lib/server/review/lock-report.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import { submitterOf } from '#lib/server/review/write-decision.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { ok } from '#lib/shared/result.ts';

type TakenUp = {
  readonly kind: ReopenKind;
  readonly reason: string;
  /** Who decides next; null where anybody may but who decided. */
  readonly takenByPersonId: string | null;
};

/** The report is in review again, and counts as it was decided until it is decided anew. */
export async function writeReopening(
  tx: Tx,
  { kind, reason, takenByPersonId }: TakenUp,
  report: LockedReport,
  { actor, now, today }: CommandContext,
): Promise<void> {
  if (actor.kind !== 'person' || !isReopenable(report.status))
    throw new Error(`Report ${report.id} is not taken up by a person`);
  const effect = await reportEffect(tx, report, report.status, today);
  if (effect === null) throw new Error(`The placement of report ${report.id} is not seen`);
  await tx.reportReopening.create({
    data: {
      id: newId(),
      reportId: report.id,
      kind,
      decisionId: report.decisionId,
      reason,
      effectOre: effect.differenceOre,
      nextOre: effect.nextAfterOre,
      reopenedByPersonId: actor.personId,
      reopenedAt: now,
    },
  });
  await tx.report.update({
    where: { id: report.id },
    data: {
      status: 'inReview',
      takenByPersonId,
      takenAt: takenByPersonId === null ? null : now,
      route: 'person',
      routeReason: 'reopened',
      // Decided within as many days as a new one.
      decideBy: toUtcDate(decideBy(today, await termsInForce(tx, today))),
      version: { increment: 1 },
    },
  });
}

/** Takes a decision up again as the authority's own mistake; whoever does it decides anew. */
export const reopenDecidedReport = defineReportCommand({
  name: 'report.reopen',
  input: reopenReportInput,
  decide: (report, { reason }, takenByPersonId) => {
    const reopened = reopenReport(report);
    return reopened.ok ? ok({ kind: 'wrong' as const, reason, takenByPersonId }) : reopened;
  },
  write: async (tx, change, report, context) => {
    await writeReopening(tx, change, report, context);
    await notify(tx, {
      event: 'reportReopened',
      to: submitterOf(report),
      about: {
        placementId: report.placementId,
        subject: { type: 'report', id: report.id },
        path: reportPath(report.id),
      },
      now: context.now,
    });
  },
});
