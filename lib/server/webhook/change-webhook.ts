import { type ChangeWebhookInput, changeWebhookInput } from '#lib/schemas/webhook-input.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { checkedUrl } from '#lib/server/webhook/checked-url.ts';
import { lockEndpoint } from '#lib/server/webhook/lock-endpoint.ts';

/** Another address, or other events. What waits already goes to the new address. */
export const changeWebhook = defineCommand({
  name: 'webhook.change',
  mandates: ['providerAdmin'],
  input: changeWebhookInput,
  lock: (tx, { endpointId }: ChangeWebhookInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: (_, __, { actor }) => systemsGuard(actor),
  stepUp: () => null,
  decide: (_, { url }) => checkedUrl(url),
  async write(tx, url, { id }, _, { events }) {
    await tx.$executeRaw`UPDATE webhook_endpoint SET url = ${url}, events = ${events}::text[], failing_since = NULL, version = version + 1
      WHERE id = ${id}::uuid`;
    return { endpointId: id };
  },
  audit: ({ endpointId }, url, _, { events }) => ({
    type: 'webhookEndpoint',
    id: endpointId,
    participantIds: [],
    detail: { host: new URL(url).host, events },
  }),
});
