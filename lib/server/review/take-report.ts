import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import { seenReportInput } from '#lib/schemas/review.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Takes a report: from now on nobody else decides it, and the provider can no longer withdraw it. */
export const takeReport = defineReportCommand({
  name: 'report.take',
  input: seenReportInput,
  decide: (report, _, reviewerPersonId) =>
    awaitsDecision(report.status) && (report.takenByPersonId ?? reviewerPersonId) === reviewerPersonId
      ? ok({ takenByPersonId: reviewerPersonId })
      : err(conflict()),
  write: async (tx, { takenByPersonId }, report, { now }) => {
    await tx.report.update({
      where: { id: report.id },
      data: { status: 'inReview', takenByPersonId, takenAt: now, version: { increment: 1 } },
    });
  },
});
