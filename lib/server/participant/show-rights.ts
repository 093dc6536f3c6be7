import type { OwnRights } from '#lib/domain/participant/own-rights.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { complainedOf, listOwnComplaints } from '#lib/server/complaint/own-complaints.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { loadOwnSituation } from '#lib/server/participant/own-situation.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** What the participant can ask for and answers for, by the terms in force, and their own complaints. */
export const showRights = defineQuery<object, OwnRights>({
  name: 'participant.showRights',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _, { actor, today }) {
    const participantId = ownParticipantId(actor);
    const situation = participantId === null ? null : await loadOwnSituation(tx, participantId, today);
    if (participantId === null || situation === null) return null;
    const { needsLanguageSupport } = await tx.participant.findUniqueOrThrow({
      where: { id: participantId },
      select: { needsLanguageSupport: true },
    });
    return {
      participantId,
      figures: await termsInForce(tx, today),
      placement: situation.placements[0] ?? null,
      needsLanguageSupport,
      complainedOf: await complainedOf(tx, participantId),
      complaints: await listOwnComplaints(tx, participantId),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});
