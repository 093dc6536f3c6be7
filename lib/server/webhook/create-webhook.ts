import { MOST_ENDPOINTS } from '#lib/domain/webhook/webhook-delivery.ts';
import { createWebhookInput } from '#lib/schemas/webhook-input.ts';
import { lockSystems, systemsGuard } from '#lib/server/api-client/decides-on-systems.ts';
import { keepSecret } from '#lib/server/api-client/keep-secret.ts';
import { tellAdministrators } from '#lib/server/api-client/tell-administrators.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { checkedUrl } from '#lib/server/webhook/checked-url.ts';
import { newWebhookSecret } from '#lib/server/webhook/sign-webhook.ts';
import { endpointSeal } from '#lib/server/webhook/webhook-secret.ts';
import { unprocessable } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

/** An administrator has a system of theirs told of what happens, from now on. */
export const createWebhook = defineCommand({
  name: 'webhook.create',
  mandates: ['providerAdmin'],
  input: createWebhookInput,
  async lock(tx, _, { actor }) {
    const providerId = await lockSystems(tx, actor);
    if (providerId === null) return null;
    return { providerId, inUse: await tx.webhookEndpoint.count({ where: { providerId, removedAt: null } }) };
  },
  version: () => null,
  guard: (_, __, { actor }) => systemsGuard(actor),
  stepUp: () => null,
  decide({ inUse }, { url }) {
    if (inUse < MOST_ENDPOINTS) {
      const checked = checkedUrl(url);
      return checked.ok ? ok({ endpointId: newId(), url: checked.value }) : checked;
    }
    return err(
      unprocessable('tooManyEndpoints', {
        sv: `Ni har redan ${MOST_ENDPOINTS} mottagare. Ta bort någon som inte används först.`,
        en: `You have ${MOST_ENDPOINTS} receivers already. Remove one that is not used first.`,
      }),
    );
  },
  async write(tx, { endpointId, url }, { providerId }, { actor, now }, { events }) {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const secret = newWebhookSecret();
    await tx.$executeRaw`INSERT INTO webhook_endpoint (id, provider_id, url, events, sealed_secret, created_at, created_by_person_id)
      VALUES (${endpointId}::uuid, ${providerId}::uuid, ${url}, ${events}::text[], ${endpointSeal().seal(endpointId, secret)}, ${now}, ${personId}::uuid)`;
    await tellAdministrators(tx, providerId, now, {
      subject: 'Ett av era system får veta vad som händer',
      text: 'Någon hos er har lagt till en adress dit vi skickar besked när era redovisningar och underlag ändras. Beskeden innehåller inga namn och inga personnummer.\n\nKänner ni inte till det? Logga in och ta bort mottagaren under System, och ring oss.',
    });
    const subject = { type: 'webhookEndpoint', id: endpointId } as const;
    return { endpointId, revealId: await keepSecret(tx, actor, { subject, secret, now }) };
  },
  audit: ({ endpointId }, { url }, _, { events }) => ({
    type: 'webhookEndpoint',
    id: endpointId,
    participantIds: [],
    // Not all of the address: what stands after the host may be a secret of the receiver's.
    detail: { host: new URL(url).host, events },
  }),
});
