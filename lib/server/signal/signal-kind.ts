import type { z } from 'zod';
import { decideSignal } from '#lib/domain/signal/decide-signal.ts';
import { readSignal, type TypedSignal } from '#lib/domain/signal/read-signal.ts';
import { refuseSignal } from '#lib/domain/signal/refuse-signal.ts';
import type { Signal, SignalDecision, SignalFacts } from '#lib/domain/signal/signal.ts';
import { signalRemarks } from '#lib/domain/signal/signal-remarks.ts';
import { signalAnswer, typedSignal } from '#lib/schemas/signal.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { refuseUnbegun } from '#lib/server/document/submit-document.ts';
import { carryOutSignal } from '#lib/server/signal/carry-out-signal.ts';
import { signalFacts } from '#lib/server/signal/signal-facts.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** Work or studies that begin. Whoever decides says whether the placement ends with it or goes on beside it. */
export const signalKind = defineDocumentKind<
  TypedSignal,
  Signal,
  SignalFacts,
  z.infer<typeof signalAnswer>,
  SignalDecision
>({
  kind: 'signal',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedSignal,
  facts: signalFacts,
  read: readSignal,
  remarks: signalRemarks,
  valuesOf: ({ type, extentPercent, from, appliedOn, employerName }: Signal) => ({
    type,
    extentPercent: String(extentPercent),
    from,
    appliedOn: appliedOn ?? '',
    employerName,
  }),
  dueOn: ({ facts }) => (facts.windows === null ? null : addDays(facts.windows.signalBefore, -1)),
  correctable: ['submitted', 'inReview', 'returned', 'approved'],
  refuse: (about, replaces) =>
    refuseUnbegun(about.placement, about.today) ?? refuseSignal(about, replaces?.id ?? null),
  submitted: nothingMore,
  verdicts: ['approve', 'return', 'reject'],
  answer: signalAnswer,
  decide: ({ content }, { verdict, answer }, about) =>
    decideSignal(content, { verdict, course: answer.course }, about),
  carryOut: async (tx, { document, decision }, { placement }, context) =>
    carryOutSignal(tx, { documentId: document.id, placement, decision, context }),
});
