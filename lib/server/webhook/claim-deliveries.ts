import type { Database } from '#lib/server/db/client.ts';

/** What a delivery needs, taken by one worker. */
export type ClaimedDelivery = {
  readonly id: string;
  readonly endpointId: string;
  readonly providerId: string;
  readonly url: string;
  readonly type: string;
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly data: unknown;
  /** This one included. */
  readonly attempts: number;
  readonly sealedSecret: Uint8Array;
  /** The one before, while it counts. */
  readonly previousSealedSecret: Uint8Array | null;
};

/** One endpoint that is slow keeps few others waiting; those that answer go before those that do not. */
const MOST_PER_ENDPOINT = 8;
const MOST_AT_ONCE = 40;
/** A worker that is killed keeps a delivery so long. Longer than an attempt may take. */
const LEASE_SECONDS = 60;

/**
 * Takes what is due for some attempts at once. The attempt counts from here: a worker that dies after this leaves the
 * delivery to be tried again, with the same id. Of one report or statement the earlier event goes first.
 */
export async function claimDeliveries(database: Database, now: Date): Promise<readonly ClaimedDelivery[]> {
  return await database.$queryRaw<ClaimedDelivery[]>`
    WITH due AS (
      SELECT d.id FROM webhook_endpoint e
      CROSS JOIN LATERAL (
        SELECT w.id FROM webhook_delivery w
        WHERE w.endpoint_id = e.id AND w.state = 'waiting' AND w.next_attempt_at <= ${now}
          AND NOT EXISTS (SELECT 1 FROM webhook_delivery earlier WHERE earlier.subject_id = w.subject_id AND earlier.endpoint_id = w.endpoint_id
            AND earlier.sequence < w.sequence AND earlier.state = 'waiting')
        ORDER BY w.next_attempt_at LIMIT ${MOST_PER_ENDPOINT} FOR UPDATE SKIP LOCKED) d
      WHERE e.state = 'active' AND e.removed_at IS NULL
      ORDER BY e.failing_since NULLS FIRST LIMIT ${MOST_AT_ONCE}
    )
    UPDATE webhook_delivery w
    SET attempts = w.attempts + 1, last_attempt_at = ${now}, next_attempt_at = ${now}::timestamptz + ${LEASE_SECONDS} * interval '1 second'
    FROM due, webhook_endpoint e WHERE w.id = due.id AND e.id = w.endpoint_id
    RETURNING w.id::text, e.id::text AS "endpointId", e.provider_id::text AS "providerId", e.url, w.type, w.sequence,
      w.occurred_at AS "occurredAt", w.data, w.attempts, e.sealed_secret AS "sealedSecret",
      CASE WHEN e.previous_valid_until > ${now} THEN e.previous_sealed_secret END AS "previousSealedSecret"`;
}
