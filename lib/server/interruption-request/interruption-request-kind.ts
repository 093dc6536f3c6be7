import { decideInterruption, refuseRequest } from '#lib/domain/interruption-request/decide-interruption.ts';
import type {
  DecidedInterruption,
  InterruptionContent,
  InterruptionFacts,
  TypedInterruption,
} from '#lib/domain/interruption-request/interruption-request.ts';
import { interruptionRemarks, readInterruption } from '#lib/domain/interruption-request/read-interruption.ts';
import {
  type InterruptionAnswer,
  interruptionAnswer,
  typedInterruption,
} from '#lib/schemas/interruption-request.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { interruptionFacts } from '#lib/server/interruption-request/interruption-facts.ts';
import { carryOutEnd } from '#lib/server/placement-decision/carry-out.ts';

/** The provider's request that a placement ends, and what is decided of it. */
export const interruptionRequestKind = defineDocumentKind<
  TypedInterruption,
  InterruptionContent,
  InterruptionFacts,
  InterruptionAnswer,
  DecidedInterruption
>({
  kind: 'interruptionRequest',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedInterruption,
  facts: interruptionFacts,
  read: (typed, { placement, today }) => readInterruption(typed, placement, today),
  remarks: (content, { facts }) => interruptionRemarks(content, facts.lastActivityOn),
  valuesOf: ({ cause, happened, adapted, said, lastDay }) => ({
    cause,
    happened,
    adapted,
    said,
    lastDay,
  }),
  dueOn: () => null,
  correctable: ['submitted', 'inReview', 'returned'],
  refuse: (about, replaces) => refuseRequest(about, replaces !== null),
  submitted: nothingMore,
  verdicts: ['approve', 'return', 'reject'],
  answer: interruptionAnswer,
  decide: (_, { verdict, answer }, about) => decideInterruption(verdict, answer, about),
  async carryOut(tx, { document, decision, reason }, { placement, facts }, context) {
    if (decision.kind !== 'ended') return;
    const { placementId } = placement;
    const carried = { placementId, reason, documentId: document.id, money: facts.money, context };
    await carryOutEnd(tx, decision, carried);
  },
});
