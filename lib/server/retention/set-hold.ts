import { type SetHoldInput, setHoldInput } from '#lib/schemas/legal-hold.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const held = conflict([], {
  code: 'alreadyHeld',
  title: { sv: 'Ärendet bevaras redan.', en: 'The case is held already.' },
});

/** A caseworker decides that a participant's case is not thinned: for an appeal, a court, a claim for damages. */
export const setHold = defineCommand({
  name: 'retentionHold.set',
  mandates: ['caseworker'],
  input: setHoldInput,
  async lock(tx, { participantId }: SetHoldInput) {
    const rows = await tx.$queryRaw<
      { id: string }[]
    >`SELECT id::text FROM participant WHERE id = ${participantId}::uuid`;
    if (rows.length === 0) return null;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`hold:${participantId}`}))`;
    return { isHeld: (await tx.legalHold.count({ where: { participantId, liftedAt: null } })) > 0 };
  },
  version: () => null,
  guard: ({ isHeld }) => (isHeld ? held : null),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, __, { actor, now }, { participantId, why }) {
    if (actor.kind !== 'person') throw new Error('Only a person holds a case');
    const id = newId();
    await tx.legalHold.create({
      data: { id, participantId, reason: why, setByPersonId: actor.personId, setAt: now },
    });
    return { holdId: id, participantId };
  },
  audit: ({ holdId, participantId }) => ({
    type: 'legalHold',
    id: holdId,
    participantIds: [participantId],
  }),
});
