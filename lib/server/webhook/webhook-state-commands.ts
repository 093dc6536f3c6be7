import {
  removeWebhookInput,
  type RemoveWebhookInput,
  webhookVersionInput,
  type WebhookVersionInput,
} from '#lib/schemas/webhook-input.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { lockEndpoint } from '#lib/server/webhook/lock-endpoint.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const about = ({ endpointId }: { readonly endpointId: string }) => ({
  type: 'webhookEndpoint',
  id: endpointId,
  participantIds: [],
});

/** Nothing is sent until it is started again. What happens meanwhile waits. */
export const pauseWebhook = defineCommand({
  name: 'webhook.pause',
  mandates: ['providerAdmin'],
  input: webhookVersionInput,
  lock: (tx, { endpointId }: WebhookVersionInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ state }, _, { actor }) => systemsGuard(actor) ?? (state === 'active' ? null : conflict()),
  stepUp: () => null,
  decide: ({ id }) => ok({ endpointId: id }),
  async write(tx, change) {
    await tx.$executeRaw`UPDATE webhook_endpoint SET state = 'paused', pause_reason = 'person', version = version + 1
      WHERE id = ${change.endpointId}::uuid`;
    return change;
  },
  audit: about,
});

/** Sends again, first what has waited: that is due now, with all its attempts before it. */
export const resumeWebhook = defineCommand({
  name: 'webhook.resume',
  mandates: ['providerAdmin'],
  input: webhookVersionInput,
  lock: (tx, { endpointId }: WebhookVersionInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: ({ state }, _, { actor }) => systemsGuard(actor) ?? (state === 'paused' ? null : conflict()),
  stepUp: () => null,
  decide: ({ id }) => ok({ endpointId: id }),
  async write(tx, change, _, { now }) {
    const { endpointId } = change;
    await tx.$executeRaw`UPDATE webhook_endpoint SET state = 'active', pause_reason = NULL, failing_since = NULL, version = version + 1
      WHERE id = ${endpointId}::uuid`;
    await tx.$executeRaw`UPDATE webhook_delivery SET attempts = 0, next_attempt_at = ${now}
      WHERE endpoint_id = ${endpointId}::uuid AND state = 'waiting'`;
    await sendInTransaction(tx, 'webhook.deliver', {});
    return change;
  },
  audit: about,
});

/** Nothing more is sent there, nor kept for it; what was sent stands in the log until it is thinned. */
export const removeWebhook = defineCommand({
  name: 'webhook.remove',
  mandates: ['providerAdmin'],
  input: removeWebhookInput,
  lock: (tx, { endpointId }: RemoveWebhookInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: (_, __, { actor }) => systemsGuard(actor),
  stepUp: () => null,
  decide: ({ id }) => ok({ endpointId: id }),
  async write(tx, change, _, { now }) {
    await tx.$executeRaw`UPDATE webhook_endpoint SET removed_at = ${now}, version = version + 1 WHERE id = ${change.endpointId}::uuid`;
    await tx.$executeRaw`UPDATE webhook_delivery SET state = 'failed' WHERE endpoint_id = ${change.endpointId}::uuid AND state = 'waiting'`;
    return change;
  },
  audit: about,
});
