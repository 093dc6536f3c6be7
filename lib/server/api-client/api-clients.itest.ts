import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { revealSecret } from '#lib/server/api-client/reveal-secret.ts';
import { revokeApiClient } from '#lib/server/api-client/revoke-api-client.ts';
import { rotateApiClient } from '#lib/server/api-client/rotate-api-client.ts';
import {
  giveStandingSignature,
  withdrawStandingSignature,
} from '#lib/server/api-client/standing-signature.ts';
import { listSystems, showApiClient } from '#lib/server/api-client/systems-queries.ts';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { findRequestActor } from '#lib/server/auth/request-actor.ts';
import { testSettings } from '#lib/server/auth/testing/auth-fixture.ts';
import { answerTokenRequest } from '#lib/server/auth/token-endpoint.ts';
import type { Command } from '#lib/server/command/command.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
let admin: ProviderActor;
let signatory: ProviderActor;
let context: AuthContext;
const clock = { at: new Date('2026-05-12T09:00:00Z') };
const EMAIL = 'admin@tallmo.example';
beforeAll(async () => {
  world = await buildWorld();
  const { provider } = world.office;
  const person = await buildPerson(world.owner, { email: EMAIL });
  admin = await buildProviderActor(world.owner, 'providerAdmin', { provider, person });
  signatory = await world.staff('signatory');
  context = { database: world.app, settings: testSettings, now: () => clock.at };
});
afterAll(() => world.close());

const NEW = { name: 'Journalsystemet', scopes: ['reports.write', 'reports.read'] };

/** With the e-ID where it is asked for: first without, to learn what it is to be bound to. */
async function withStepUp<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  input: unknown,
  actor: PersonActor,
  key = newId(),
) {
  const first = await world.run(command, input, { actor, now: clock.at, key });
  if (first.ok || first.error.stepUp === undefined) return first;
  await buildStepUp(world.owner, { sessionId: actor.sessionId, ...first.error.stepUp, at: clock.at });
  return await world.run(command, input, { actor, now: clock.at, key });
}

type Made = { readonly apiClientId: string; readonly clientId: string; readonly secret: string };

async function look(revealId: string, actor: PersonActor = admin) {
  const looked = await world.read(revealSecret, { revealId }, { actor, now: clock.at });
  return looked.ok ? looked.value.revealed : looked.error.code;
}

async function make(): Promise<Made> {
  const made = await withStepUp(createApiClient, NEW, admin);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const revealed = await look(made.value.revealId);
  if (revealed === null || typeof revealed === 'string') throw new Error('nothing was shown');
  return {
    apiClientId: made.value.apiClientId,
    clientId: revealed.clientId ?? '',
    secret: revealed.secret,
  };
}

async function token({ clientId, secret }: Pick<Made, 'clientId' | 'secret'>): Promise<string | null> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
  const answer = await answerTokenRequest(
    context,
    new Request('http://localhost/api/oauth/token', { method: 'POST', body: new URLSearchParams(form) }),
  );
  const body = (await answer.json()) as { access_token?: string };
  return body.access_token ?? null;
}

async function actorOf(bearer: string | null) {
  const headers = { authorization: `Bearer ${bearer}` };
  return await findRequestActor(context, new Request('http://localhost/', { headers }));
}

const versionOf = async (id: string) =>
  (await world.owner.apiClient.findUniqueOrThrow({ where: { id } })).version;

describe('a system that is let in', () => {
  it('is made with the e-ID, told of to all administrators, and gets in with its secret', async () => {
    expect(await world.run(createApiClient, NEW, { actor: admin, now: clock.at })).toMatchObject({
      error: { problem: { code: 'stepUpRequired' }, stepUp: { purpose: 'manageSystem' } },
    });
    const made = await make();
    expect(await actorOf(await token(made))).toMatchObject({
      kind: 'client',
      providerId: admin.providerId,
      scopes: NEW.scopes,
      attestorMembershipId: null,
    });
    const shown = await world.read(showApiClient, made, { actor: signatory, now: clock.at });
    expect(shown).toMatchObject({
      value: { client: { name: NEW.name, lastUsedOn: '2026-05-12', standing: null, revokedAt: null } },
    });
    const mails = await world.owner.$queryRaw<{ data: { subject: string; text: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = ${EMAIL}`;
    expect(mails.map(({ data }) => data.subject)).toEqual(['Ett nytt system har fått tillgång']);
    expect(mails[0]?.data.text).not.toMatch(/Journalsystemet|\d/);
  });

  it('shows its secret once, to the one who made it, within minutes', async () => {
    const key = newId();
    const made = await withStepUp(createApiClient, NEW, admin, key);
    const again = await world.run(createApiClient, NEW, { actor: admin, now: clock.at, key });
    // Coming back twice makes one system, and leads to the same look.
    expect(again).toEqual(made);
    const { revealId } = made.ok ? made.value : { revealId: '' };
    const colleague = await world.staff('providerAdmin');
    expect(await look(revealId, colleague)).toBeNull();
    expect(await look(revealId, signatory)).toBe('forbidden');
    expect(await look(revealId)).toMatchObject({ secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await look(revealId)).toBeNull();

    const late = await withStepUp(createApiClient, NEW, admin);
    clock.at = new Date(clock.at.getTime() + 15 * 60_000);
    expect(await look(late.ok ? late.value.revealId : '')).toBeNull();
  });

  it('leaves its secret nowhere: not in answers that are kept, forms, jobs, the log, nor in plain with what is shown', async () => {
    const made = await withStepUp(createApiClient, NEW, admin);
    const revealId = made.ok ? made.value.revealId : '';
    const kept = async () => {
      const tables = [
        'idempotency_key',
        'form_attempt',
        'audit_entry',
        'api_client',
        'secret_reveal',
        'pgboss.job',
      ];
      const rows = await Promise.all(
        tables.map((table) => world.owner.$queryRawUnsafe<object[]>(`SELECT t::text AS row FROM ${table} t`)),
      );
      return JSON.stringify(rows);
    };
    const before = await kept();
    const revealed = await look(revealId);
    if (revealed === null || typeof revealed === 'string') throw new Error('nothing was shown');
    for (const text of [before, await kept()]) {
      expect(text).toContain(revealId);
      expect(text).not.toContain(revealed.secret);
      // bytea is written in hexadecimal.
      expect(text).not.toContain(Buffer.from(revealed.secret).toString('hex'));
    }
  });
});

describe('another secret', () => {
  it('counts at once, and the old one for a day beside it', async () => {
    const made = await make();
    const input = { apiClientId: made.apiClientId, version: 1, old: 'day' };
    const rotated = await withStepUp(rotateApiClient, input, admin);
    const revealed = await look(rotated.ok ? rotated.value.revealId : '');
    const secret = revealed !== null && typeof revealed !== 'string' ? revealed.secret : '';
    expect(await token({ ...made, secret })).not.toBeNull();
    expect(await token(made)).not.toBeNull();
    clock.at = new Date(clock.at.getTime() + 24 * 3_600_000);
    expect(await token(made)).toBeNull();
    expect(await token({ ...made, secret })).not.toBeNull();
    expect(await withStepUp(rotateApiClient, input, admin)).toMatchObject({
      error: { problem: { code: 'conflict' } },
    });
  });

  it('ends the old one and its tokens within a request where that is asked for', async () => {
    const made = await make();
    const bearer = await token(made);
    expect(await actorOf(bearer)).not.toBeNull();
    await withStepUp(rotateApiClient, { apiClientId: made.apiClientId, version: 1, old: 'atOnce' }, admin);
    expect(await actorOf(bearer)).toBeNull();
    expect(await token(made)).toBeNull();
    expect(await world.owner.accessToken.count({ where: { apiClientId: made.apiClientId } })).toBe(0);
  });
});

it('a system that is turned off gets nothing from its next request on, and stays off', async () => {
  const made = await make();
  const bearer = await token(made);
  const input = { apiClientId: made.apiClientId, version: 1, sure: true };
  const at = { actor: admin, now: clock.at };
  expect(await world.run(revokeApiClient, { ...input, sure: false }, at)).toMatchObject({
    error: { problem: { code: 'invalidInput', errors: [{ pointer: '/sure' }] } },
  });
  expect(await world.run(revokeApiClient, input, at)).toMatchObject({ ok: true });
  expect(await actorOf(bearer)).toBeNull();
  expect(await token(made)).toBeNull();
  expect(await world.run(revokeApiClient, { ...input, version: 2 }, at)).toMatchObject({
    error: { problem: { code: 'revoked' } },
  });
  await expect(
    inTransaction(world.app, admin, async (tx) => {
      await tx.$executeRaw`UPDATE api_client SET revoked_at = NULL WHERE id = ${made.apiClientId}::uuid`;
    }),
  ).rejects.toThrow('stays revoked');
});

describe('a standing signature', () => {
  it('is given in person with the e-ID, counts from the next request, and is taken back by any signatory', async () => {
    const made = await make();
    const bearer = await token(made);
    const { apiClientId } = made;
    const given = { apiClientId, version: 1, onHonour: true };
    expect(await world.run(giveStandingSignature, given, { actor: signatory, now: clock.at })).toMatchObject({
      error: { stepUp: { purpose: 'giveStandingSignature' } },
    });
    expect(await withStepUp(giveStandingSignature, { ...given, onHonour: false }, signatory)).toMatchObject({
      error: { problem: { errors: [{ pointer: '/onHonour' }] } },
    });
    expect(await withStepUp(giveStandingSignature, given, signatory)).toMatchObject({ ok: true });
    expect(await actorOf(bearer)).toMatchObject({ attestorMembershipId: signatory.membershipId });
    const [entry] = await world.owner.$queryRaw<{ detail: object }[]>`
      SELECT detail FROM audit_entry WHERE action = 'apiClient.giveStanding' AND outcome = 'done'`;
    expect(entry?.detail).toMatchObject({ signed: { standing: { apiClientId, ...NEW, version: 1 } } });
    const other = await world.staff('signatory');
    const seen = await world.read(showApiClient, { apiClientId }, { actor: other, now: clock.at });
    expect(seen).toMatchObject({
      value: {
        client: {
          standing: { name: `${signatory.givenName} ${signatory.familyName}`, isOwn: false, counts: true },
        },
      },
    });
    const withdraw = { apiClientId, version: await versionOf(apiClientId) };
    expect(
      await world.run(withdrawStandingSignature, withdraw, { actor: other, now: clock.at }),
    ).toMatchObject({
      ok: true,
    });
    expect(await actorOf(bearer)).toMatchObject({ attestorMembershipId: null });
  });

  it('is nobody else’s to give: not the administrator’s, nor with another’s name, whatever is asked of the database', async () => {
    const { apiClientId } = await make();
    const given = { apiClientId, version: 1, onHonour: true };
    expect(await withStepUp(giveStandingSignature, given, admin)).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
    const other = await world.staff('signatory');
    for (const [actor, membership] of [
      [admin, signatory.membershipId],
      [admin, admin.membershipId],
      [other, signatory.membershipId],
    ] as const) {
      const write = inTransaction(world.app, actor, async (tx) => {
        await tx.$executeRaw`UPDATE api_client SET attestor_membership_id = ${membership}::uuid WHERE id = ${apiClientId}::uuid`;
      });
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      await expect(write).rejects.toThrow('signature of somebody else');
    }
    const insert = inTransaction(world.app, admin, async (tx) => {
      await tx.$executeRaw`INSERT INTO api_client (id, client_id, secret_hash, provider_id, name, scopes, attestor_membership_id)
        VALUES (${newId()}::uuid, ${newId()}, '\\x00', ${admin.providerId}::uuid, 'x', '{}', ${signatory.membershipId}::uuid)`;
    });
    await expect(insert).rejects.toThrow('without a signature');
  });
});

describe('nobody else', () => {
  const roles = ['coach', 'intake', 'reporter', 'signatory'] as const;

  it.each(roles)('a %s neither makes, renews nor ends a system', async (role) => {
    const { apiClientId } = await make();
    const actor = await world.staff(role);
    for (const [command, input] of [
      [createApiClient, NEW],
      [rotateApiClient, { apiClientId, version: 1, old: 'day' }],
      [revokeApiClient, { apiClientId, version: 1, sure: true }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await world.run(command as typeof createApiClient, input, { actor, now: clock.at });
      expect(refused).toMatchObject({ error: { problem: { status: 403, code: 'forbidden' } } });
    }
    const listed = await world.read(listSystems, {}, { actor, now: clock.at });
    expect(listed.ok).toBe(role === 'signatory');
  });

  it('an administrator or signatory of some offices reads, and decides nothing', async () => {
    const { apiClientId } = await make();
    const some = await world.staff('providerAdmin', world.office, [world.office]);
    const seen = await world.read(showApiClient, { apiClientId }, { actor: some, now: clock.at });
    expect(seen).toMatchObject({ value: { mayDecide: false } });
    const input = { apiClientId, version: 1, sure: true };
    expect(await world.run(revokeApiClient, input, { actor: some, now: clock.at })).toMatchObject({
      error: { problem: { code: 'forbidden', errors: [{ code: 'notAllOffices' }] } },
    });
    const signing = await world.staff('signatory', world.office, [world.office]);
    const given = { apiClientId, version: 1, onHonour: true };
    expect(await withStepUp(giveStandingSignature, given, signing)).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
    const changed = await inTransaction(
      world.app,
      some,
      async (tx) =>
        await tx.$executeRaw`UPDATE api_client SET version = version + 1 WHERE id = ${apiClientId}::uuid`,
    );
    expect(changed).toBe(0);
  });

  it('another provider’s administrator finds nothing, through the commands and past them', async () => {
    const { apiClientId } = await make();
    const stranger = await world.staff('providerAdmin', world.elsewhere);
    const at = { actor: stranger, now: clock.at };
    expect(await world.read(showApiClient, { apiClientId }, at)).toMatchObject({
      error: { code: 'notFound' },
    });
    expect(await world.run(revokeApiClient, { apiClientId, version: 1, sure: true }, at)).toMatchObject({
      error: { problem: { code: 'notFound' } },
    });
    const reached = await inTransaction(
      world.app,
      stranger,
      async (tx) =>
        await tx.$executeRaw`UPDATE api_client SET version = version + 1 WHERE id = ${apiClientId}::uuid`,
    );
    expect(reached).toBe(0);
  });
});
