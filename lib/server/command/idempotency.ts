import type { Actor } from '#lib/domain/actor/actor.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { actorKey, type Tx } from '#lib/server/db/transaction.ts';
import { knownProblem, type Problem } from '#lib/shared/problem.ts';

export type Claim<Output> =
  | { readonly kind: 'new' }
  | { readonly kind: 'done'; readonly output: Output }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Claims the key for this command. A concurrent double waits here until the first one has committed, and then gets its answer;
 * the same key with another body is refused. The claim goes with the transaction: a failed command leaves the key free.
 */
export async function claimKey<Output>(
  tx: Tx,
  actor: Actor,
  key: string,
  command: string,
  input: unknown,
): Promise<Claim<Output>> {
  const bodyHash = hashOf({ command, input });
  const claimed = await tx.$executeRaw`INSERT INTO idempotency_key (actor_key, key, command, body_hash)
    VALUES (${actorKey(actor)}, ${key}, ${command}, ${bodyHash}) ON CONFLICT DO NOTHING`;
  if (claimed === 1) return { kind: 'new' };
  const earlier = await tx.idempotencyKey.findUniqueOrThrow({
    where: { actorKey_key: { actorKey: actorKey(actor), key } },
  });
  if (!bodyHash.equals(earlier.bodyHash)) {
    return { kind: 'refused', problem: knownProblem('idempotencyKeyReused') };
  }
  return { kind: 'done', output: earlier.response as Output };
}

export async function rememberAnswer(tx: Tx, actor: Actor, key: string, output: unknown): Promise<void> {
  await tx.$executeRaw`UPDATE idempotency_key SET response = ${JSON.stringify(output ?? null)}::jsonb
    WHERE actor_key = ${actorKey(actor)} AND key = ${key}`;
}
