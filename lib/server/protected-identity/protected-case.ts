import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import {
  type LiftState,
  type ProtectedKind,
  type ProtectedReason,
  waitingLift,
} from '#lib/domain/protected-identity/protected-identity.ts';
import { identitySeal, type ProtectedIdentity } from '#lib/server/crypto/protected-identity.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { newId } from '#lib/server/ids.ts';

export type ProtectedCase = {
  readonly actor: AuthorityActor;
  readonly participantId: string;
  readonly named: readonly { readonly personId: string; readonly responsible: boolean }[];
  readonly lift: LiftState;
};

/** The case of a participant with protected identity, locked, for a caseworker who is named; null for everybody else. */
export async function lockProtectedCase(
  tx: Tx,
  participantId: string,
  actor: Actor,
): Promise<ProtectedCase | null> {
  if (actor.kind !== 'person' || actor.role !== 'caseworker') return null;
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${participantId}, 0))) l`;
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM participant WHERE id = ${participantId}::uuid AND protected AND id = ANY (app.named_for())`;
  if (found === undefined) return null;
  const named = await tx.protectedAccess.findMany({
    where: { participantId },
    select: { personId: true, responsible: true },
  });
  const events = await tx.$queryRaw<{ kind: ProtectedKind; byPersonId: string }[]>`
    SELECT kind, by_person_id::text AS "byPersonId" FROM protected_event
    WHERE participant_id = ${participantId}::uuid ORDER BY number DESC`;
  return { actor, participantId, named, lift: waitingLift(events) };
}

/** Writes down what is done, for those who are named; returns its id. */
export async function writeProtectedEvent(
  tx: Tx,
  given: {
    readonly participantId: string;
    readonly kind: ProtectedKind;
    readonly reason: ProtectedReason;
    readonly why: string;
    readonly whom?: string;
    readonly by: { readonly personId: string; readonly role: string };
    readonly now: Date;
  },
): Promise<string> {
  const id = newId();
  const { participantId, kind, reason, why, whom, by, now } = given;
  await tx.protectedEvent.createMany({
    data: [
      {
        id,
        participantId,
        kind,
        reason,
        why,
        byPersonId: by.personId,
        byRole: by.role,
        namedPersonId: whom ?? null,
        at: now,
      },
    ],
  });
  return id;
}

type Sealed = {
  readonly personId: string;
  readonly keyId: string;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
};

/** What is sealed, opened; null where there is none for this actor. */
export async function openSealed(tx: Tx, participantId: string): Promise<ProtectedIdentity | null> {
  const [row] = await tx.$queryRaw<Sealed[]>`
    SELECT person_id::text AS "personId", key_id AS "keyId", nonce, ciphertext FROM app.sealed_identity(${participantId}::uuid)`;
  if (row === undefined) return null;
  const { personId, keyId, nonce, ciphertext } = row;
  const sealed = { keyId, nonce: new Uint8Array(nonce), ciphertext: new Uint8Array(ciphertext) };
  return identitySeal(env().PORTAL_SECRET).open(personId, sealed);
}

/** What the log says of a case: whose, and why by its code. Own words stand with those who are named alone. */
export function auditOfCase(participantId: string, detail: Readonly<Record<string, unknown>>) {
  return { type: 'participant', id: participantId, participantIds: [participantId], detail } as const;
}
