import type { Deviation, DeviationDecision, DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { deviationDueOn, deviationRemarks } from '#lib/domain/deviation-report/deviation-remarks.ts';
import { deviationValues } from '#lib/domain/deviation-report/deviation-values.ts';
import { readDeviation } from '#lib/domain/deviation-report/read-deviation.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { deviationAnswer, typedDeviation } from '#lib/schemas/deviation-report.ts';
import { type About, defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { refuseUnbegun } from '#lib/server/document/submit-document.ts';
import { deviationFacts } from '#lib/server/deviation-report/deviation-facts.ts';
import type { Problem } from '#lib/shared/problem.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/** A caseworker receives it, saying what follows where something does, or asks for completion. */
export const deviationReportKind = defineDocumentKind({
  kind: 'deviationReport',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedDeviation,
  facts: async (tx, { placementId }, { today }) => await deviationFacts(tx, placementId, today),
  read: (typed: TypedDeviation, about) => readDeviation(typed, rulesOf(about)),
  remarks: (content, { facts: { logged }, today }) => deviationRemarks(content, { logged, today }),
  valuesOf: deviationValues,
  dueOn: (_, content: Deviation | null) => (content === null ? null : deviationDueOn(content)),
  correctable: ['submitted', 'inReview', 'returned', 'approved'],
  refuse: ({ placement, today }) => refuseUnbegun(placement, today),
  submitted: nothingMore,
  verdicts: ['approve', 'return'],
  answer: deviationAnswer,
  decide: (_, { answer }): Result<DeviationDecision, Problem> => ok(answer),
  carryOut: nothingMore,
});

/** The report that is replaced is no double of what replaces it. */
function rulesOf({ placement, facts, today, replaces }: About<DeviationFacts>) {
  const { from, to, end } = placement;
  const known = facts.known.filter(({ threadId }) => threadId !== replaces?.threadId);
  return { service: { from, to: end ?? to }, today, known, logged: facts.logged };
}
