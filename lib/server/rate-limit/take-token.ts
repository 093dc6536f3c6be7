import { createHmac } from 'node:crypto';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import type { Database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import type { Limit, Subject } from '#lib/server/rate-limit/limits.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Too soon: the whole seconds after which there is a token again, at least 1. */
export type TooSoon = { readonly retryAfterSeconds: number };

let hashKey: Buffer | undefined;

/** The same in every process with the same secret; nobody reads an address or a person from it. */
function bucketKey(limit: Limit, { kind, id }: Subject): Uint8Array<ArrayBuffer> {
  hashKey ??= deriveKey(env().PORTAL_SECRET, 'rate-limit/1');
  return new Uint8Array(
    createHmac('sha256', hashKey)
      .update(JSON.stringify([limit.name, kind, id]))
      .digest(),
  );
}

/**
 * Takes `cost` tokens (at most all of them) of the subject's bucket, or none and says how long to wait. The buckets are in the
 * database: any number of processes share them. Stands alone: it is not part of the transaction of what is limited.
 */
export async function takeToken(
  database: Pick<Database, '$queryRaw'>,
  limit: Limit,
  subject: Subject,
  cost = 1,
): Promise<Result<null, TooSoon>> {
  const key = bucketKey(limit, subject);
  const taken = Math.min(Math.max(1, Math.ceil(cost)), limit.capacity);
  const [row] = await database.$queryRaw<{ wait: number }[]>`
    SELECT app.take_token(${key}, ${limit.capacity}::int, ${limit.perSecond}::float8, ${taken}::int) AS wait`;
  const wait = row?.wait ?? 0;
  return wait === 0 ? ok(null) : err({ retryAfterSeconds: Math.max(1, Math.ceil(wait)) });
}
