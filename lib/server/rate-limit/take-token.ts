import { createHmac } from 'node:crypto';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { env } from '#lib/server/env.ts';
import type { Limit, Subject } from '#lib/server/rate-limit/limits.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Too soon: the whole seconds after which there is a token again, at least 1. */
export type TooSoon = { readonly retryAfterSeconds: number };

let hashKey: Buffer | undefined;

/**
 * What the buckets of a limit are hashed with, the same in every process with the same secret: nobody without it reads an
 * address or a person from the table.
 */
function pepper(limit: Limit, kind: Subject['kind']): Uint8Array<ArrayBuffer> {
  hashKey ??= deriveKey(env().PORTAL_SECRET, 'rate-limit/1');
  return new Uint8Array(
    createHmac('sha256', hashKey)
      .update(JSON.stringify([limit.name, kind]))
      .digest(),
  );
}

/**
 * Takes `cost` tokens (at most all of them) of the bucket of whom `id` says, as a value of any query: 0, or nothing is taken
 * and it is the seconds until there are enough.
 */
export function tokenTaken(limit: Limit, kind: Subject['kind'], id: Prisma.Sql, cost = 1): Prisma.Sql {
  const taken = Math.min(Math.max(1, Math.ceil(cost)), limit.capacity);
  return Prisma.sql`app.take_token(sha256(${pepper(limit, kind)}::bytea || convert_to(${id}, 'UTF8')), ${limit.capacity}::int,
    ${limit.perSecond}::float8, ${taken}::int)`;
}

/** What a {@link tokenTaken} of so many seconds means. */
export function tokenAnswer(wait: number): Result<null, TooSoon> {
  return wait === 0 ? ok(null) : err({ retryAfterSeconds: Math.max(1, Math.ceil(wait)) });
}

/**
 * Takes `cost` tokens (at most all of them) of the subject's bucket, or none and says how long to wait. The buckets are in the
 * database: any number of processes share them. Stands alone: it is not part of the transaction of what is limited.
 */
export async function takeToken(
  database: Pick<Database, '$queryRaw'>,
  limit: Limit,
  { kind, id }: Subject,
  cost = 1,
): Promise<Result<null, TooSoon>> {
  const [row] = await database.$queryRaw<{ wait: number }[]>`
    SELECT ${tokenTaken(limit, kind, Prisma.sql`${id}::text`, cost)} AS wait`;
  return tokenAnswer(row?.wait ?? 0);
}
