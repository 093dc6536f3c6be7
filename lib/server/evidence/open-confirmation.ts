import type { EmployerActor } from '#lib/domain/actor/actor.ts';
import {
  type AskedConfirmation,
  type ConfirmationState,
  confirmationState,
} from '#lib/domain/evidence/confirmation.ts';
import { hashOfSecret, isFeedSecret, isSameHash } from '#lib/server/calendar/feed-secret.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type OpenedConfirmation = {
  readonly asked: AskedConfirmation;
  readonly state: ConfirmationState;
  readonly today: PlainDate;
};

/** Who has this secret; null for any other text. What is looked up is its hash, in the same time whatever there is. */
export async function employerOf(
  database: Pick<Database, '$queryRaw'>,
  secret: string,
): Promise<EmployerActor | null> {
  const hash = hashOfSecret(secret);
  const [row] = await database.$queryRaw<{ id: string; secretHash: Uint8Array }[]>`
    SELECT id::text, secret_hash AS "secretHash" FROM app.find_confirmation(${hash})`;
  if (row === undefined || !isFeedSecret(secret) || !isSameHash(row.secretHash, hash)) return null;
  return { kind: 'employer', confirmationId: row.id };
}

/** What the employer's question is about, as the database tells the employer alone; `lock`: with its placement held. */
export async function askedConfirmation(
  tx: Tx,
  { confirmationId }: EmployerActor,
  lock: boolean,
): Promise<AskedConfirmation | null> {
  const [row] = lock
    ? await tx.$queryRaw<
        { facts: AskedConfirmation | null }[]
      >`SELECT app.lock_confirmation(${confirmationId}::uuid) AS facts`
    : await tx.$queryRaw<
        { facts: AskedConfirmation | null }[]
      >`SELECT app.confirmation_facts(${confirmationId}::uuid) AS facts`;
  return row?.facts ?? null;
}

/** The question behind a link, and how it stands. Only an open one shows whom it is about, and is in the log as read. */
export const openConfirmation = defineQuery<null, OpenedConfirmation>({
  name: 'employerConfirmation.open',
  mandates: ['employer'],
  purpose: 'Arbetsgivare eller skola bekräftar arbete eller studier',
  async run(tx, _, { actor, now, today }) {
    if (actor.kind !== 'employer') return null;
    const asked = await askedConfirmation(tx, actor, false);
    return asked === null ? null : { asked, state: confirmationState(asked, now.toISOString()), today };
  },
  reads: ({ asked, state }) =>
    state === 'open'
      ? { type: 'employerConfirmation', id: asked.id, participantIds: [asked.participantId] }
      : null,
});
