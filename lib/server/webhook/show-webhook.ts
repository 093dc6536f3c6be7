import type { DeliveryView, WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import { decidesOnSystems } from '#lib/server/api-client/decides-on-systems.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { endpointRows } from '#lib/server/webhook/endpoint-rows.ts';

export const DELIVERIES_A_PAGE = 50;

export type ShownWebhook = {
  readonly endpoint: WebhookEndpointView;
  readonly deliveries: readonly DeliveryView[];
  readonly total: number;
  /** The one that was just sent by hand. */
  readonly sent: DeliveryView | null;
  readonly mayDecide: boolean;
};

type Asked = { readonly endpointId: string; readonly page: number; readonly sent: string | null };

const COLUMNS = Prisma.sql`d.id::text, d.type, d.occurred_at AS "occurredAt", d.state, d.attempts, d.next_attempt_at AS "nextAttemptAt",
  d.last_attempt_at AS "lastAttemptAt", d.failure, d.response_status AS "responseStatus", d.answer`;

/** A receiver, and how what was sent to it has gone. What was in it is not shown: nobody needs it to see that. */
export const showWebhook = defineQuery<Asked, ShownWebhook>({
  name: 'webhook.show',
  mandates: ['providerAdmin'],
  purpose: 'Det som leverantörens eget system får veta',
  async run(tx, { endpointId, page, sent }, { actor, now }) {
    const [endpoint] = await endpointRows(tx, Prisma.sql`e.id = ${endpointId}::uuid`, now);
    if (endpoint === undefined) return null;
    const deliveries = await tx.$queryRaw<(DeliveryView & { total: number })[]>`
      SELECT ${COLUMNS}, count(*) OVER ()::int AS total FROM webhook_delivery d WHERE d.endpoint_id = ${endpointId}::uuid
      ORDER BY d.occurred_at DESC, d.sequence DESC, d.id LIMIT ${DELIVERIES_A_PAGE} OFFSET ${(page - 1) * DELIVERIES_A_PAGE}`;
    return {
      endpoint,
      deliveries,
      total: deliveries[0]?.total ?? 0,
      sent: sent === null ? null : await findDelivery(tx, endpointId, sent),
      mayDecide: decidesOnSystems(actor),
    };
  },
  reads: () => null,
});

async function findDelivery(tx: Tx, endpointId: string, id: string): Promise<DeliveryView | null> {
  const rows = await tx.$queryRaw<DeliveryView[]>`
    SELECT ${COLUMNS} FROM webhook_delivery d WHERE d.id = ${id}::uuid AND d.endpoint_id = ${endpointId}::uuid`;
  return rows[0] ?? null;
}
