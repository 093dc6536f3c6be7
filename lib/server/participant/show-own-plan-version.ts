import type { OwnPlanVersion } from '#lib/domain/participant/own-document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { listPlans } from '#lib/server/plan/plan-rows.ts';
import { isUuid } from '#lib/shared/uuid.ts';

/** A version of a plan of the participant's, whichever provider it was made with, and the one before it. */
export const showOwnPlanVersion = defineQuery<{ readonly planId: string }, OwnPlanVersion>({
  name: 'plan.showOwnVersion',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { planId }, { actor }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null || !isUuid(planId)) return null;
    const [placement] = await tx.$queryRaw<{ id: string; provider: string }[]>`
      SELECT p.id::text, v.name AS provider FROM plan n JOIN placement p ON p.id = n.placement_id JOIN provider v ON v.id = p.provider_id
      WHERE n.id = ${planId}::uuid AND p.participant_id = ${participantId}::uuid`;
    if (placement === undefined) return null;
    const versions = await listPlans(tx, placement.id);
    const version = versions.find(({ id }) => id === planId);
    if (version === undefined) return null;
    const before = versions.find(({ number }) => number === version.number - 1) ?? null;
    return { participantId, provider: placement.provider, version, before };
  },
  reads: ({ participantId, version }) => ({ type: 'plan', id: version.id, participantIds: [participantId] }),
});
