import { refuseHandingOn } from '#lib/domain/review/case.ts';
import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import { seenReportInput } from '#lib/schemas/review.ts';
import { freeCase } from '#lib/server/review/case/hold-case.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Puts a report that one has taken back into the queue, for anybody. */
export const handBackReport = defineReportCommand({
  name: 'report.handBack',
  input: seenReportInput,
  decide: (report, _, reviewerPersonId) => {
    const refused = refuseHandingOn({ ...report, waits: awaitsDecision(report.status) }, reviewerPersonId);
    return refused === null ? ok({}) : err(refused);
  },
  write: (tx, _, { id }) => freeCase(tx, { kind: 'periodicReport', id }),
});
