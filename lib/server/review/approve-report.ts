import { decideReport, type ReportDecision } from '#lib/domain/review/decide-report.ts';
import { seenReportInput } from '#lib/schemas/review.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { writeDecision } from '#lib/server/review/write-decision.ts';

const decision: ReportDecision = { kind: 'approve' };

/** Approves a report: its base pay falls due with the next statement. */
export const approveReport = defineReportCommand({
  name: 'report.approve',
  input: seenReportInput,
  decide: (report, _, reviewerPersonId) => {
    const decided = decideReport(report, decision, reviewerPersonId);
    return decided.ok ? { ok: true, value: { status: decided.value, decision } } : decided;
  },
  write: writeDecision,
});
