import { type LiftHoldInput, liftHoldInput } from '#lib/schemas/legal-hold.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

/** The case goes by the ordinary rules again. */
export const liftHold = defineCommand({
  name: 'retentionHold.lift',
  mandates: ['caseworker'],
  input: liftHoldInput,
  async lock(tx, { holdId }: LiftHoldInput) {
    const rows = await tx.$queryRaw<{ version: number; participantId: string }[]>`
      SELECT version, participant_id::text AS "participantId" FROM legal_hold
      WHERE id = ${holdId}::uuid AND lifted_at IS NULL FOR UPDATE`;
    return rows[0] ?? null;
  },
  version: ({ version }, input) => ({ seen: input.version, current: version }),
  guard: () => null,
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { participantId }, { actor, now }, { holdId }) {
    if (actor.kind !== 'person') throw new Error('Only a person lifts a hold');
    await tx.legalHold.update({
      where: { id: holdId },
      data: { liftedAt: now, liftedByPersonId: actor.personId, version: { increment: 1 } },
    });
    return { holdId, participantId };
  },
  audit: ({ holdId, participantId }) => ({
    type: 'legalHold',
    id: holdId,
    participantIds: [participantId],
  }),
});
