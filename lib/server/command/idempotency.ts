import type { Actor } from '#lib/domain/actor/actor.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { actorKey, type EarlierClaim, type KeyClaim } from '#lib/server/db/transaction.ts';
import { knownProblem, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What is claimed for a command: the same key may stand for the same command with the same input only. */
export function claimOf(key: string, command: string, input: unknown): KeyClaim {
  return { key, command, bodyHash: new Uint8Array(hashOf({ command, input })) };
}

/** The answer that a double gets, if what it asks is what the first one asked. */
export function earlierAnswer<Output>(
  earlier: EarlierClaim,
  { bodyHash }: KeyClaim,
): Result<Output, Problem> {
  return Buffer.from(bodyHash).equals(earlier.bodyHash)
    ? ok(earlier.response as Output)
    : err(knownProblem('idempotencyKeyReused'));
}

/** The statement that keeps the answer under its key. */
export function rememberAnswer(actor: Actor, key: string, output: unknown): Prisma.Sql {
  return Prisma.sql`UPDATE idempotency_key SET response = ${JSON.stringify(output ?? null)}::jsonb
    WHERE actor_key = ${actorKey(actor)} AND key = ${key}`;
}
