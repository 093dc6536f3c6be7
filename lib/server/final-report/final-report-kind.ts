import type { FinalReport, FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import { finalReportDueOn, refuseFinalReport } from '#lib/domain/final-report/final-report-due.ts';
import { copyRemarks, sensitiveRemarks } from '#lib/domain/final-report/final-report-remarks.ts';
import { readFinalReport } from '#lib/domain/final-report/read-final-report.ts';
import { answersIn, printsOf } from '#lib/domain/final-report/report-answers.ts';
import { valuesOf } from '#lib/domain/final-report/typed-report.ts';
import { noAnswer } from '#lib/schemas/document.ts';
import { typedFinalReport } from '#lib/schemas/final-report.ts';
import { type About, defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { findCopies, insertPrints } from '#lib/server/final-report/final-report-copies.ts';
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
  async remarksFromRows(tx, content, about) {
    const copies = await findCopies(tx, about.placement.placementId, printsFor(content, about));
    return copyRemarks(answersIn(content, about.facts), copies);
  },
  valuesOf,
  dueOn: ({ placement, facts }) => finalReportDueOn(placement, facts.workdays),
  correctable: ['submitted', 'returned', 'approved'],
  refuse: ({ placement, today }) => refuseFinalReport(placement, today),
  async submitted(tx, { id, content }, about) {
    await insertPrints(tx, id, about.placement.providerId, printsFor(content, about));
  },
  verdicts: ['approve', 'return'],
  answer: noAnswer,
  decide: () => ok(null),
  carryOut: nothingMore,
});

function printsFor(content: FinalReport, { facts, placement }: About<FinalReportFacts>) {
  return printsOf(answersIn(content, facts), placement.providerId);
}
