import { decideReport } from '#lib/domain/review/decide-report.ts';
import { refuseReportInput } from '#lib/schemas/review.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { writeDecision } from '#lib/server/review/write-decision.ts';

function defineRefusal(name: string, kind: 'return' | 'reject') {
  return defineReportCommand({
    name,
    input: refuseReportInput,
    decide: (report, { reasonCode, reason }, reviewerPersonId) => {
      const decision = { kind, reasonCode, reason } as const;
      const decided = decideReport(report, decision, reviewerPersonId);
      return decided.ok ? { ok: true, value: { status: decided.value, decision } } : decided;
    },
    write: writeDecision,
  });
}

/** Returns a report for completion: the provider sends a new version. */
export const returnReport = defineRefusal('report.return', 'return');

/** Rejects a report: nothing is paid for the month. */
export const rejectReport = defineRefusal('report.reject', 'reject');
