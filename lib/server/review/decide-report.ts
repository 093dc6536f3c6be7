import { decideReport } from '#lib/domain/review/decide-report.ts';
import { decideReportInput, decisionOf } from '#lib/schemas/review.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { writeDecision } from '#lib/server/review/write-decision.ts';

/** Approves, returns or rejects a report. What is approved falls due with the next statement. */
export const decideOnReport = defineReportCommand({
  name: 'report.decide',
  input: decideReportInput,
  decide: (report, input, reviewerPersonId) => {
    const decision = decisionOf(input);
    const decided = decideReport(report, decision, reviewerPersonId);
    return decided.ok ? { ok: true, value: { status: decided.value, decision } } : decided;
  },
  write: writeDecision,
});
