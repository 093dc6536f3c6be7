import { OLD_SECRET_HOURS } from '#lib/domain/api-client/scope.ts';
import { type RotateWebhookInput, rotateWebhookInput } from '#lib/schemas/webhook-input.ts';
import { systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { lockEndpoint } from '#lib/server/webhook/lock-endpoint.ts';
import { newWebhookSecret } from '#lib/server/webhook/sign-webhook.ts';
import { endpointSeal } from '#lib/server/webhook/webhook-secret.ts';
import { ok } from '#lib/shared/result.ts';

/** A new secret to sign with. For a day what is sent is signed with both, or from now on with the new one alone. */
export const rotateWebhook = defineCommand({
  name: 'webhook.rotate',
  mandates: ['providerAdmin'],
  input: rotateWebhookInput,
  lock: (tx, { endpointId }: RotateWebhookInput, { actor }) => lockEndpoint(tx, endpointId, actor),
  version: ({ version }, { version: seen }) => ({ seen, current: version }),
  guard: (_, __, { actor }) => systemsGuard(actor),
  stepUp: () => null,
  decide: ({ id }) => ok({ id }),
  async write(tx, { id }, _, { actor, now }, { old }) {
    const secret = newWebhookSecret();
    const until = old === 'day' ? new Date(now.getTime() + OLD_SECRET_HOURS * 3_600_000) : null;
    await tx.$executeRaw`UPDATE webhook_endpoint SET sealed_secret = ${endpointSeal().seal(id, secret)}, version = version + 1,
        previous_sealed_secret = CASE WHEN ${until}::timestamptz IS NOT NULL THEN sealed_secret END, previous_valid_until = ${until}
      WHERE id = ${id}::uuid`;
    const subject = { type: 'webhookEndpoint', id } as const;
    return { endpointId: id, revealId: await keepSecret(tx, actor, { subject, secret, now }) };
  },
  audit: ({ endpointId }, _, __, { old }) => ({
    type: 'webhookEndpoint',
    id: endpointId,
    participantIds: [],
    detail: { old },
  }),
});
