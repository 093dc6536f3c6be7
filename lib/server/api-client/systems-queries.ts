import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ApiClientView, WebhookEndpointView } from '#lib/domain/api-client/system-view.ts';
import { apiClientRows } from '#lib/server/api-client/api-client-rows.ts';
import { decidesOnSystems } from '#lib/server/api-client/decides-on-systems.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { endpointRows } from '#lib/server/webhook/endpoint-rows.ts';

export type Systems = {
  readonly clients: readonly ApiClientView[];
  /** Null for a signatory: receivers are the administrator's. */
  readonly endpoints: readonly WebhookEndpointView[] | null;
  /** Whether the reader's own offices are all of them: who reaches some only decides on no system. */
  readonly mayDecide: boolean;
};

function isAdministrator(actor: Actor): boolean {
  return actor.kind === 'person' && actor.role === 'providerAdmin';
}

/** The provider's systems: those that come to us, and those that we tell. */
export const listSystems = defineQuery<object, Systems>({
  name: 'apiClient.list',
  mandates: ['providerAdmin', 'signatory'],
  purpose: 'Leverantörens egna system',
  run: async (tx, _, context) => ({
    clients: await apiClientRows(tx, Prisma.sql`true`, context),
    endpoints: isAdministrator(context.actor) ? await endpointRows(tx, Prisma.sql`true`, context.now) : null,
    mayDecide: decidesOnSystems(context.actor),
  }),
  reads: () => null,
});

export type ShownClient = { readonly client: ApiClientView; readonly mayDecide: boolean };

export const showApiClient = defineQuery<{ readonly apiClientId: string }, ShownClient>({
  name: 'apiClient.show',
  mandates: ['providerAdmin', 'signatory'],
  purpose: 'Ett av leverantörens egna system',
  async run(tx, { apiClientId }, context) {
    const [client] = await apiClientRows(tx, Prisma.sql`c.id = ${apiClientId}::uuid`, context);
    return client === undefined ? null : { client, mayDecide: decidesOnSystems(context.actor) };
  },
  reads: () => null,
});
