import { TEST_EVENT } from '#lib/domain/webhook/webhook-event.ts';
import {
  sendAgainInput,
  type SendAgainInput,
  testWebhookInput,
  type TestWebhookInput,
} from '#lib/schemas/webhook-input.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { type LockedEndpoint, lockEndpoint } from '#lib/server/webhook/lock-endpoint.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

function pausedProblem({ state }: LockedEndpoint): Problem | null {
  if (state === 'active') return null;
  return conflict([], {
    code: 'paused',
    title: { sv: 'Mottagaren är pausad. Starta den först.', en: 'The receiver is paused. Start it first.' },
  });
}

/** Sends something that means nothing, signed like everything else, to see that it arrives. */
export const testWebhook = defineCommand({
  name: 'webhook.test',
  mandates: ['providerAdmin'],
  input: testWebhookInput,
  lock: (tx, { endpointId }: TestWebhookInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: () => null,
  guard: (endpoint, _, { actor }) => systemsGuard(actor) ?? pausedProblem(endpoint),
  stepUp: () => null,
  decide: ({ id }) => ok({ endpointId: id, deliveryId: newId() }),
  async write(tx, { endpointId, deliveryId }, _, { now }) {
    await tx.$executeRaw`INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
      VALUES (${deliveryId}::uuid, ${endpointId}::uuid, ${TEST_EVENT}, ${deliveryId}::uuid, 1, ${now}, ${now}, '{}')`;
    await sendInTransaction(tx, 'webhook.deliver', {});
    return { endpointId, deliveryId };
  },
  audit: ({ endpointId }) => ({ type: 'webhookEndpoint', id: endpointId, participantIds: [] }),
});

async function deliveryExists(tx: Tx, { deliveryId, endpointId }: SendAgainInput): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM webhook_delivery WHERE id = ${deliveryId}::uuid AND endpoint_id = ${endpointId}::uuid`;
  return rows.length > 0;
}

/** Sends what was sent before once more, with the same id, and from there as if it were new. */
export const sendAgain = defineCommand({
  name: 'webhook.sendAgain',
  mandates: ['providerAdmin'],
  input: sendAgainInput,
  async lock(tx, input: SendAgainInput, { actor }) {
    const endpoint = await lockEndpoint(tx, input.endpointId, actor);
    return endpoint !== null && (await deliveryExists(tx, input)) ? endpoint : null;
  },
  version: () => null,
  guard: (endpoint, _, { actor }) => systemsGuard(actor) ?? pausedProblem(endpoint),
  stepUp: () => null,
  decide: ({ id }, { deliveryId }) => ok({ endpointId: id, deliveryId }),
  async write(tx, change, _, { now }) {
    await tx.$executeRaw`UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_attempt_at = ${now} WHERE id = ${change.deliveryId}::uuid`;
    await sendInTransaction(tx, 'webhook.deliver', {});
    return change;
  },
  audit: ({ endpointId, deliveryId }) => ({
    type: 'webhookEndpoint',
    id: endpointId,
    participantIds: [],
    detail: { deliveryId },
  }),
});
