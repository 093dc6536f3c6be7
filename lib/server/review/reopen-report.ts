import { reopenReport } from '#lib/domain/review/reopen-report.ts';
import { decideBy } from '#lib/domain/terms/terms.ts';
import { reopenReportInput } from '#lib/schemas/review.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { reportPath } from '#lib/server/report/provider-paths.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { reportEffect } from '#lib/server/review/report-effects.ts';
import { submitterOf } from '#lib/server/review/write-decision.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { ok } from '#lib/shared/result.ts';

/**
 * Takes a decision back: the report is in review again, by the reviewer who took it up. What was posted for the month is
 * set off by the next statement unless it is approved before.
 */
export const reopenDecidedReport = defineReportCommand({
  name: 'report.reopen',
  input: reopenReportInput,
  decide: (report, { kind, reason }, reviewerPersonId) => {
    const reopened = reopenReport(report, kind, reviewerPersonId);
    return reopened.ok ? ok({ kind, reason, decisionId: report.decisionId, reviewerPersonId }) : reopened;
  },
  write: async (tx, { kind, reason, decisionId, reviewerPersonId }, report, { now, today }) => {
    const effect = await reportEffect(tx, report, 'submitted', today);
    if (effect === null) throw new Error(`The placement of report ${report.id} is not seen`);
    await tx.reportReopening.create({
      data: {
        id: newId(),
        reportId: report.id,
        kind,
        decisionId,
        reason,
        effectOre: effect.differenceOre,
        nextOre: effect.nextAfterOre,
        reopenedByPersonId: reviewerPersonId,
        reopenedAt: now,
      },
    });
    await tx.report.update({
      where: { id: report.id },
      data: {
        status: 'inReview',
        takenByPersonId: reviewerPersonId,
        takenAt: now,
        // Decided within as many days as a new one.
        decideBy: toUtcDate(decideBy(today, await termsInForce(tx, today))),
        version: { increment: 1 },
      },
    });
    await notify(tx, {
      event: 'reportReopened',
      to: submitterOf(report),
      about: {
        placementId: report.placementId,
        subject: { type: 'report', id: report.id },
        path: reportPath(report.id),
      },
      now,
    });
  },
});
