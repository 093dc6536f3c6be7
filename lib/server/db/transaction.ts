import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';

export type Tx = Prisma.TransactionClient;

/**
 * What row-level security is told about the actor. Empty means "not set": such rows are not seen. Which participant a person
 * is, the database reads for itself.
 */
type ActorSettings = {
  personId: string;
  role: string;
  providerId: string;
  offices: string;
  actorKey: string;
};

/** The key under which idempotency keys and kept forms belong to an actor. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.membershipId}`;
    case 'client':
      return `client:${actor.clientId}`;
    case 'job':
      return `job:${actor.name}`;
    case 'authority-load':
      return 'authority-load';
  }
}

function settingsOf(actor: Actor): ActorSettings {
  const nothing = {
    personId: '',
    role: '',
    providerId: '',
    offices: '{}',
    actorKey: actorKey(actor),
  };
  switch (actor.kind) {
    case 'person':
      return {
        ...nothing,
        personId: actor.personId,
        role: actor.role,
        providerId: actor.providerId ?? '',
        offices: actor.officeScope === 'all' ? 'all' : `{${actor.officeScope.join(',')}}`,
      };
    case 'client':
      return { ...nothing, role: 'client', providerId: actor.providerId, offices: 'all' };
    case 'job':
    case 'authority-load':
      return nothing;
  }
}

/**
 * Runs `work` in one transaction in which row-level security knows the actor. Throwing rolls it back.
 * The settings last for the transaction only, so that a pooled connection never remembers anybody.
 */
export async function inTransaction<T>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  timeout = 60_000,
): Promise<T> {
  const settings = settingsOf(actor);
  return await database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person_id', ${settings.personId}, true), set_config('app.role', ${settings.role}, true),
        set_config('app.provider_id', ${settings.providerId}, true), set_config('app.offices', ${settings.offices}, true),
        set_config('app.actor_key', ${settings.actorKey}, true)`;
      return await work(tx);
    },
    { maxWait: 15_000, timeout },
  );
}
