import { refuseTakingCase } from '#lib/domain/review/case.ts';
import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import { seenReportInput } from '#lib/schemas/review.ts';
import { giveCase } from '#lib/server/review/case/hold-case.ts';
import { defineReportCommand } from '#lib/server/review/report-command.ts';
import { err, ok } from '#lib/shared/result.ts';

/**
 * Takes a report as it was seen: from now on nobody else decides it, and the provider can no longer withdraw it. One that waited for
 * the draw goes to a person.
 */
export const takeReport = defineReportCommand({
  name: 'report.take',
  input: seenReportInput,
  decide: (report, _, reviewerPersonId) => {
    const refused = refuseTakingCase({ ...report, waits: awaitsDecision(report.status) }, reviewerPersonId);
    return refused === null ? ok({ takenByPersonId: reviewerPersonId }) : err(refused);
  },
  write: (tx, { takenByPersonId }, { id }, { now }) =>
    giveCase(tx, { kind: 'periodicReport', id }, takenByPersonId, now),
});
