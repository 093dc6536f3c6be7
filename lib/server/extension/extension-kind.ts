import { decideExtension, refuseBasis } from '#lib/domain/extension/decide-extension.ts';
import {
  type DecidedExtension,
  EXTENSION_PARTS,
  type ExtensionContent,
  type ExtensionFacts,
  type TypedExtension,
} from '#lib/domain/extension/extension.ts';
import { extensionRemarks, readExtension } from '#lib/domain/extension/read-extension.ts';
import { extensionDueOn, secondPeriod } from '#lib/domain/placement-decision/extend-placement.ts';
import { type ExtensionAnswer, extensionAnswer, typedExtension } from '#lib/schemas/extension.ts';
import { defineDocumentKind, nothingMore } from '#lib/server/document/document-kind.ts';
import { extensionFacts } from '#lib/server/extension/extension-facts.ts';
import { carryOutDeclining, carryOutExtension } from '#lib/server/placement-decision/carry-out.ts';

/** The provider's basis for a second period, and what is decided of it. */
export const extensionKind = defineDocumentKind<
  TypedExtension,
  ExtensionContent,
  ExtensionFacts,
  ExtensionAnswer,
  DecidedExtension
>({
  kind: 'extension',
  submitters: ['coach', 'reporter', 'signatory'],
  desk: 'assess',
  typed: typedExtension,
  facts: extensionFacts,
  read: (typed, { placement }) => readExtension(typed, placement),
  remarks: (content, { today }) => extensionRemarks(content, today),
  valuesOf: (content) => Object.fromEntries(EXTENSION_PARTS.map((part) => [part, content[part]])),
  dueOn: ({ placement, facts }) => extensionDueOn(placement, facts.leadDays),
  correctable: ['submitted', 'inReview', 'returned'],
  refuse: (about, replaces) => refuseBasis(about, replaces !== null),
  submitted: nothingMore,
  verdicts: ['approve', 'return', 'reject'],
  answer: extensionAnswer,
  decide: (_, { verdict, answer }, about) => decideExtension({ verdict, confirmed: answer.confirmed }, about),
  async carryOut(tx, { document, decision, reason }, { placement, facts }, context) {
    const { placementId, end } = placement;
    const carried = { placementId, reason, documentId: document.id, money: facts.money, context };
    if (decision.kind === 'extended')
      await carryOutExtension(tx, secondPeriod(placement, facts.periodDays), carried);
    // A placement that has ended otherwise since ends as it did.
    if (decision.kind === 'notExtended' && end === null && !facts.hasSecondPeriod)
      await carryOutDeclining(tx, carried);
  },
});
