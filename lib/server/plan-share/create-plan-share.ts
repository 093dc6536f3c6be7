import { expiryOf, refuseSharing, SHARE_DAYS } from '#lib/domain/plan-share/plan-share.ts';
import { type CreatePlanShareInput, createPlanShareInput } from '#lib/schemas/plan-share.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { hashOfSecret, newFeedSecret } from '#lib/server/calendar/feed-secret.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ownSharedPlacement } from '#lib/server/plan-share/own-placement.ts';
import { forbidden } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** A participant makes a link to their own plan, for somebody without a login. Its secret is shown once. */
export const createPlanShare = defineCommand({
  name: 'planShare.create',
  mandates: ['participant'],
  input: createPlanShareInput,
  async lock(tx, _: CreatePlanShareInput, { actor, now, today }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    // Links are counted: two at a time wait for each other.
    await tx.$queryRaw`SELECT 1 FROM placement WHERE participant_id = ${participantId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    const placement = await ownSharedPlacement(tx, participantId, { now, today });
    return placement === null ? null : { ...placement, participantId };
  },
  version: () => null,
  guard: (placement, _, { today }) => refuseSharing(placement, today),
  stepUp: () => null,
  decide(_, { recipient, days }, { now }) {
    const chosen = SHARE_DAYS.find((one) => one === days);
    return chosen === undefined ? err(forbidden()) : ok({ recipient, expiresAt: expiryOf(now, chosen) });
  },
  async write(tx, { recipient, expiresAt }, { placementId }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only a person shares their plan');
    const [id, secret] = [newId(), newFeedSecret()];
    await tx.$executeRaw`INSERT INTO plan_share (id, placement_id, recipient, secret_hash, created_at, created_by_person_id, expires_at)
      VALUES (${id}::uuid, ${placementId}::uuid, ${recipient}, ${hashOfSecret(secret)}, ${now.toISOString()}::timestamptz, ${actor.personId}::uuid,
        ${expiresAt.toISOString()}::timestamptz)`;
    const revealId = await keepSecret(tx, actor, { subject: { type: 'planShare', id }, secret, now });
    return { shareId: id, revealId };
  },
  audit: ({ shareId }, { expiresAt }, { participantId }) => ({
    type: 'planShare',
    id: shareId,
    participantIds: [participantId],
    detail: { expiresAt: expiresAt.toISOString() },
  }),
});
