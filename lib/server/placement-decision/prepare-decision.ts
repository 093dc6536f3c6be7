import type { PlacementCase } from '#lib/domain/placement-decision/placement-case.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { documentPlace } from '#lib/server/document/document-place.ts';
import { findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { extensionFacts } from '#lib/server/extension/extension-facts.ts';
import { interruptionFacts } from '#lib/server/interruption-request/interruption-facts.ts';
import { endFacts } from '#lib/server/placement-decision/end-facts.ts';

/** A placement that a caseworker is about to decide about on their own initiative. */
export const prepareDecision = defineQuery<{ readonly placementId: string }, PlacementCase>({
  name: 'placement.prepareDecision',
  mandates: ['caseworker'],
  purpose: 'Beslut om placeringar',
  async run(tx, { placementId }, context) {
    const { actor, today } = context;
    const placement = await findDocumentPlacement(tx, placementId, actor);
    if (placement === null) return null;
    return {
      today,
      placement,
      place: await documentPlace(tx, placementId),
      mandate: (await deskPerson(tx, actor)).caseMandate,
      interruption: await interruptionFacts(tx, placement, context),
      extension: await extensionFacts(tx, placement, context),
      end: await endFacts(tx, placementId),
    };
  },
  reads: ({ placement: { placementId, participantId } }) => ({
    type: 'placement',
    id: placementId,
    participantIds: [participantId],
  }),
});
