import { finalReportDueOn, refuseFinalReport } from '#lib/domain/final-report/final-report-due.ts';
import { sensitiveRemarks } from '#lib/domain/final-report/final-report-remarks.ts';
import { readFinalReport } from '#lib/domain/final-report/read-final-report.ts';
import { answersIn } from '#lib/domain/final-report/report-answers.ts';
import { valuesOf } from '#lib/domain/final-report/typed-report.ts';
import { noAnswer } from '#lib/schemas/document.ts';
import { typedFinalReport } from '#lib/schemas/final-report.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { finalReportFacts } from '#lib/server/final-report/final-report-facts.ts';
import { ok } from '#lib/shared/result.ts';

/** What was done, what worked, and what comes next: sent when a placement ends, approved when somebody can plan from it. */
export const finalReportKind = defineDocumentKind({
  kind: 'finalReport',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'review',
  typed: typedFinalReport,
  facts: finalReportFacts,
  read: (typed, { facts }) => readFinalReport(typed, facts),
  remarks: (content, { facts }) => sensitiveRemarks(answersIn(content, facts)),
  valuesOf,
  dueOn: ({ placement, facts }) => finalReportDueOn(placement, facts.workdays),
  correctable: ['submitted', 'returned', 'approved'],
  refuse: ({ placement, today }) => refuseFinalReport(placement, today),
  submitted: nothingMore,
  verdicts: ['approve', 'return'],
  answer: noAnswer,
  decide: () => ok(null),
  carryOut: nothingMore,
});
