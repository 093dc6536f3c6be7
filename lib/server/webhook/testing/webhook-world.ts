import { vi } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { WEBHOOK_EVENTS } from '#lib/domain/webhook/webhook-event.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { createWebhook } from '#lib/server/webhook/create-webhook.ts';
import { type Delivering, deliverWebhooks } from '#lib/server/webhook/deliver-webhooks.ts';
import { revealSecret } from '#lib/server/api-client/reveal-secret.ts';

export type WebhookWorld = World & {
  readonly worker: Database;
  readonly admin: ProviderActor;
  /** The clock of commands and of the worker. */
  readonly clock: { at: Date };
  /** Makes an endpoint as an administrator does, and looks at its secret. */
  readonly endpoint: (
    url: string,
    given?: { readonly actor?: ProviderActor; readonly events?: readonly string[] },
  ) => Promise<{ readonly id: string; readonly secret: string }>;
  /** One round of the worker. */
  readonly deliver: (given?: Partial<Delivering>) => Promise<number>;
  /** Lets time go by, in seconds. */
  readonly pass: (seconds: number) => void;
};

/** A provider whose administrator has webhooks sent to this machine. */
export async function buildWebhookWorld(): Promise<WebhookWorld> {
  vi.stubEnv('WEBHOOK_ALLOW_LOOPBACK', '1');
  const world = await buildWorld();
  const worker = openDatabase(world.workerUrl, 4);
  const admin = await world.staff('providerAdmin');
  // The database's own clock says when something happened: the tests' is a little ahead of it.
  const clock = { at: new Date(Date.now() + 60_000) };
  return {
    ...world,
    worker,
    admin,
    clock,
    pass: (seconds) => {
      clock.at = new Date(clock.at.getTime() + seconds * 1000);
    },
    endpoint: async (url, { actor = admin, events = WEBHOOK_EVENTS } = {}) => {
      const made = await world.run(createWebhook, { url, events }, { actor, now: clock.at });
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const { revealId, endpointId } = made.value;
      const looked = await world.read(revealSecret, { revealId }, { actor, now: clock.at });
      const secret = looked.ok ? looked.value.revealed?.secret : undefined;
      if (secret === undefined) throw new Error('There was no secret to look at');
      return { id: endpointId, secret };
    },
    deliver: (given = {}) =>
      deliverWebhooks({
        database: worker,
        now: () => clock.at,
        chance: () => 0.5,
        portalSecret: env().PORTAL_SECRET,
        // No test goes out: names lead nowhere.
        posting: { resolve: async () => [], timeoutMilliseconds: 500, allowLoopback: true },
        ...given,
      }),
    close: async () => {
      await worker.$disconnect();
      await world.close();
    },
  };
}
