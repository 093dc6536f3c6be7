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
    case 'employer':
      return `employer:${actor.confirmationId}`;
    case 'paperCode':
      return `paperCode:${actor.sessionId}`;
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
    // What the database lets through for jobs, which have no role, it does not for whoever has a link.
    case 'employer':
      return { ...nothing, role: 'employer' };
    case 'paperCode':
      return { ...nothing, role: 'paperCode' };
    case 'job':
    case 'authority-load':
      return nothing;
  }
}

/** A key that a command is given under, with what it is asked. */
export type KeyClaim = {
  readonly key: string;
  readonly command: string;
  readonly bodyHash: Uint8Array<ArrayBuffer>;
};

/** What an earlier command left under the same key. */
export type EarlierClaim = { readonly bodyHash: Uint8Array; readonly response: unknown };

const MAX_WAIT = 15_000;
const TIMEOUT = 60_000;

/**
 * Runs `work` in one transaction in which row-level security knows the actor. Throwing rolls it back.
 * The settings last for the transaction only, so that a pooled connection never remembers anybody.
 */
export async function inTransaction<T>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  timeout = TIMEOUT,
): Promise<T> {
  const settings = settingsOf(actor);
  return await database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.person_id', ${settings.personId}, true), set_config('app.role', ${settings.role}, true),
        set_config('app.provider_id', ${settings.providerId}, true), set_config('app.offices', ${settings.offices}, true),
        set_config('app.actor_key', ${settings.actorKey}, true)`;
      return await work(tx);
    },
    { maxWait: MAX_WAIT, timeout },
  );
}

/**
 * The same for a command: telling row-level security who acts and claiming the idempotency key are one statement. A concurrent
 * double waits in it until the first one has committed. The claim goes with the transaction: a failed command leaves the
 * key free.
 */
export async function inClaimingTransaction<T>(
  database: Database,
  actor: Actor,
  { key, command, bodyHash }: KeyClaim,
  work: (tx: Tx, earlier: EarlierClaim | null) => Promise<T>,
): Promise<T> {
  const { personId, role, providerId, offices, actorKey: owner } = settingsOf(actor);
  return await database.$transaction(
    async (tx) => {
      const [earlier] = await tx.$queryRaw<EarlierClaim[]>`
        SELECT earlier_hash AS "bodyHash", earlier_response AS response FROM app.open_command(${personId}, ${role}, ${providerId},
          ${offices}, ${owner}, ${key}, ${command}, ${bodyHash})`;
      return await work(tx, earlier ?? null);
    },
    { maxWait: MAX_WAIT, timeout: TIMEOUT },
  );
}
