import { refuseClosing } from '#lib/domain/plan-share/plan-share.ts';
import { type ClosePlanShareInput, closePlanShareInput } from '#lib/schemas/plan-share.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly participantId: string; readonly closedAt: string | null };

/** A participant closes a link to their plan: it stops to work at once. */
export const closePlanShare = defineCommand({
  name: 'planShare.close',
  mandates: ['participant'],
  input: closePlanShareInput,
  async lock(tx, { shareId }: ClosePlanShareInput, { actor }): Promise<State | null> {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [share] = await tx.$queryRaw<{ closedAt: string | null }[]>`
      SELECT s.closed_at::text AS "closedAt" FROM plan_share s JOIN placement p ON p.id = s.placement_id
      WHERE s.id = ${shareId}::uuid AND p.participant_id = ${participantId}::uuid FOR NO KEY UPDATE OF s`;
    return share === undefined ? null : { participantId, closedAt: share.closedAt };
  },
  version: () => null,
  guard: (share) => refuseClosing(share),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, __, { now }, { shareId }) {
    await tx.$executeRaw`UPDATE plan_share SET closed_at = ${now.toISOString()}::timestamptz WHERE id = ${shareId}::uuid`;
    return { shareId };
  },
  audit: ({ shareId }, _, { participantId }) => ({
    type: 'planShare',
    id: shareId,
    participantIds: [participantId],
  }),
});
