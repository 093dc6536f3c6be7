import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { DATA_EXTRACT_ROLES } from '#lib/domain/data-protection/data-extract.ts';
import { askDataExtractInput } from '#lib/schemas/data-extract.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

export const extractWaits = conflict([], {
  code: 'extractWaits',
  title: {
    sv: 'Ett utdrag görs redan. Vänta tills det är klart.',
    en: 'An extract is being made. Wait until it is done.',
  },
});

/** Whether one for this person is on its way to whoever asks; of two who ask at once, one waits here. */
export async function isExtractWaiting(tx: Tx, actor: PersonActor, personId: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`dataExtract:${actor.personId}`}))`;
  const state = { in: ['waiting', 'running'] };
  return (await tx.dataExtract.count({ where: { askedByPersonId: actor.personId, personId, state } })) > 0;
}

export type Ordered = {
  readonly actor: PersonActor;
  readonly personId: string;
  readonly reason: string | null;
  readonly now: Date;
};

/** Writes down that an extract is asked for, and has the worker make it. */
export async function orderExtract(tx: Tx, { actor, personId, reason, now }: Ordered): Promise<string> {
  const id = newId();
  await tx.dataExtract.create({
    data: {
      id,
      personId,
      membershipId: actor.membershipId,
      askedByPersonId: actor.personId,
      reason,
      requestedAt: now,
    },
  });
  await sendInTransaction(tx, 'dataExtract.make', { extractId: id }, { id });
  return id;
}

/** Asks for everything that is kept about oneself. A job makes it. */
export const askDataExtract = defineCommand({
  name: 'dataExtract.ask',
  mandates: DATA_EXTRACT_ROLES,
  input: askDataExtractInput,
  async lock(tx, _: object, { actor }) {
    if (actor.kind !== 'person') return null;
    return { actor, isWaiting: await isExtractWaiting(tx, actor, actor.personId) };
  },
  version: () => null,
  guard: ({ isWaiting }) => (isWaiting ? extractWaits : null),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { actor }, { now }) {
    return {
      extractId: await orderExtract(tx, { actor, personId: actor.personId, reason: null, now }),
    };
  },
  audit: ({ extractId }, _, { actor }) => ({
    type: 'dataExtract',
    id: extractId,
    participantIds: actor.role === 'participant' ? [actor.participantId] : [],
  }),
});
