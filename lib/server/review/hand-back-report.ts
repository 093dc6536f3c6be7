import { seenReportInput } from '#lib/schemas/review.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Puts a report that one has taken back into the queue, for anybody. */
export const handBackReport = defineReportCommand({
  name: 'report.handBack',
  input: seenReportInput,
  decide: (report, _, reviewerPersonId) =>
    report.status === 'inReview' && report.takenByPersonId === reviewerPersonId ? ok({}) : err(conflict()),
  write: async (tx, _, report) => {
    await tx.report.update({
      where: { id: report.id },
      data: { status: 'submitted', takenByPersonId: null, takenAt: null, version: { increment: 1 } },
    });
  },
});
