import type { WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The provider's own receivers that a condition on `e` chooses. */
export async function endpointRows(
  tx: Tx,
  condition: Prisma.Sql,
  now: Date,
): Promise<readonly WebhookEndpointView[]> {
  return await tx.$queryRaw<WebhookEndpointView[]>`
    SELECT e.id::text, e.url, e.events, e.state, e.pause_reason AS "pauseReason", e.failing_since AS "failingSince", e.created_at AS "createdAt",
      coalesce((SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = e.created_by_person_id), '') AS "createdBy",
      CASE WHEN e.previous_valid_until > ${now} THEN e.previous_valid_until END AS "oldSecretUntil", e.version,
      (SELECT count(*)::int FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'waiting') AS waiting,
      (SELECT max(d.last_attempt_at) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'delivered') AS "lastDeliveredAt"
    FROM webhook_endpoint e
    WHERE e.provider_id = app.provider_id() AND e.removed_at IS NULL AND ${condition}
    ORDER BY e.created_at, e.id`;
}
