import type { Actor, PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { type Revealed, revealSecret } from '#lib/server/api-client/reveal-secret.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { findRequestActor } from '#lib/server/auth/request-actor.ts';
import { testSettings } from '#lib/server/auth/testing/auth-fixture.ts';
import { answerTokenRequest } from '#lib/server/auth/token-endpoint.ts';
import type { Command } from '#lib/server/command/command.ts';
import type { Refusal } from '#lib/server/command/execute.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import type { Result } from '#lib/shared/result.ts';

export const ADMIN_EMAIL = 'admin@tallmo.example';
export const NEW_SYSTEM = { name: 'Journalsystemet', scopes: ['reports.write', 'reports.read'] };

export type MadeSystem = { readonly apiClientId: string; readonly clientId: string; readonly secret: string };

export type SystemsWorld = World & {
  readonly admin: ProviderActor;
  readonly signatory: ProviderActor;
  readonly clock: { at: Date };
  /** Gives a command with the e-ID where it asks for it: first without, to learn what it is to be bound to. */
  readonly withStepUp: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    actor: PersonActor,
    key?: string,
  ) => Promise<Result<Output, Refusal>>;
  /** What the one look at a secret shows; the code of the problem where it is refused. */
  readonly look: (revealId: string, actor?: PersonActor) => Promise<Revealed | null | string>;
  /** Lets a system in and looks at its secret. */
  readonly make: () => Promise<MadeSystem>;
  /** The token that the secret gives, null for none. */
  readonly token: (system: Pick<MadeSystem, 'clientId' | 'secret'>) => Promise<string | null>;
  /** Who a request with the token is from. */
  readonly actorOf: (token: string | null) => Promise<Actor | null>;
};

/** A provider with an administrator and a signatory, and the token endpoint as it stands. */
export async function buildSystemsWorld(): Promise<SystemsWorld> {
  const world = await buildWorld();
  const { provider } = world.office;
  const person = await buildPerson(world.owner, { email: ADMIN_EMAIL });
  const admin = await buildProviderActor(world.owner, 'providerAdmin', { provider, person });
  const clock = { at: new Date('2026-05-12T09:00:00Z') };
  const context: AuthContext = { database: world.app, settings: testSettings, now: () => clock.at };

  const withStepUp: SystemsWorld['withStepUp'] = async (command, input, actor, key = newId()) => {
    const first = await world.run(command, input, { actor, now: clock.at, key });
    if (first.ok || first.error.stepUp === undefined) return first;
    await buildStepUp(world.owner, { sessionId: actor.sessionId, ...first.error.stepUp, at: clock.at });
    return await world.run(command, input, { actor, now: clock.at, key });
  };
  const look: SystemsWorld['look'] = async (revealId, actor = admin) => {
    const looked = await world.read(revealSecret, { revealId }, { actor, now: clock.at });
    return looked.ok ? looked.value.revealed : looked.error.code;
  };
  return {
    ...world,
    admin,
    signatory: await world.staff('signatory'),
    clock,
    withStepUp,
    look,
    make: async () => {
      const made = await withStepUp(createApiClient, NEW_SYSTEM, admin);
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const { secret, clientId } = shown(await look(made.value.revealId));
      return { apiClientId: made.value.apiClientId, clientId: clientId ?? '', secret };
    },
    token: async ({ clientId, secret }) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
      });
      const request = new Request('http://localhost/api/oauth/token', { method: 'POST', body });
      const answer = (await (await answerTokenRequest(context, request)).json()) as { access_token?: string };
      return answer.access_token ?? null;
    },
    actorOf: async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      return await findRequestActor(context, new Request('http://localhost/', { headers }));
    },
  };
}

/** The secret that a look showed; throws where it showed none. */
export function shown(looked: Revealed | null | string): Revealed {
  if (looked === null || typeof looked === 'string') throw new Error('No secret was shown');
  return looked;
}
