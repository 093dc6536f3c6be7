import type { OwnDecision } from '#lib/domain/participant/own-document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { findOwnDecision } from '#lib/server/placement-decision/decisions-of.ts';
import { isUuid } from '#lib/shared/uuid.ts';

/** A decision about the participant's time, with its reason; without kronor. */
export const showOwnDecision = defineQuery<{ readonly decisionId: string }, OwnDecision>({
  name: 'placement.showOwnDecision',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { decisionId }, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null || !isUuid(decisionId)) return null;
    const decision = await findOwnDecision(tx, participantId, decisionId);
    return decision === null ? null : { participantId, decision };
  },
  reads: ({ participantId, decision }) => ({
    type: 'placementDecision',
    id: decision.id,
    participantIds: [participantId],
  }),
});
