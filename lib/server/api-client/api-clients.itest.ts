import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { revokeApiClient } from '#lib/server/api-client/revoke-api-client.ts';
import { rotateApiClient } from '#lib/server/api-client/rotate-api-client.ts';
import { giveStandingSignature } from '#lib/server/api-client/standing-signature.ts';
import { listSystems, showApiClient } from '#lib/server/api-client/systems-queries.ts';
import {
  ADMIN_EMAIL,
  buildSystemsWorld,
  NEW_SYSTEM,
  shown,
  type SystemsWorld,
} from '#lib/server/api-client/testing/systems-world.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

let world: SystemsWorld;
beforeAll(async () => {
  world = await buildSystemsWorld();
});
afterAll(() => world.close());

describe('a system that is let in', () => {
  it('is made with the e-ID, told of to all administrators, and gets in with its secret', async () => {
    expect(
      await world.run(createApiClient, NEW_SYSTEM, { actor: world.admin, now: world.clock.at }),
    ).toMatchObject({
      error: { problem: { code: 'stepUpRequired' }, stepUp: { purpose: 'manageSystem' } },
    });
    const made = await world.make();
    expect(await world.actorOf(await world.token(made))).toMatchObject({
      kind: 'client',
      providerId: world.admin.providerId,
      scopes: NEW_SYSTEM.scopes,
      attestorMembershipId: null,
    });
    const seen = await world.read(showApiClient, made, { actor: world.signatory, now: world.clock.at });
    expect(seen).toMatchObject({
      value: { client: { name: NEW_SYSTEM.name, lastUsedOn: '2026-05-12', standing: null, revokedAt: null } },
    });
    const mails = await world.owner.$queryRaw<{ data: { subject: string; text: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = ${ADMIN_EMAIL}`;
    expect(mails.map(({ data }) => data.subject)).toEqual(['Ett nytt system har fått tillgång']);
    expect(mails[0]?.data.text).not.toMatch(/Journalsystemet|\d/);
  });

  it('shows its secret once, to the one who made it, within minutes', async () => {
    const key = newId();
    const made = await world.withStepUp(createApiClient, NEW_SYSTEM, world.admin, key);
    const again = await world.run(createApiClient, NEW_SYSTEM, {
      actor: world.admin,
      now: world.clock.at,
      key,
    });
    // Coming back twice makes one system, and leads to the same look.
    expect(again).toEqual(made);
    const { revealId } = made.ok ? made.value : { revealId: '' };
    const colleague = await world.staff('providerAdmin');
    expect(await world.look(revealId, colleague)).toBeNull();
    expect(await world.look(revealId, world.signatory)).toBe('forbidden');
    expect(await world.look(revealId)).toMatchObject({ secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await world.look(revealId)).toBeNull();

    const late = await world.withStepUp(createApiClient, NEW_SYSTEM, world.admin);
    world.clock.at = new Date(world.clock.at.getTime() + 15 * 60_000);
    expect(await world.look(late.ok ? late.value.revealId : '')).toBeNull();
  });

  it('leaves its secret nowhere: not in answers that are kept, forms, jobs, the log, nor in plain with what is shown', async () => {
    const made = await world.withStepUp(createApiClient, NEW_SYSTEM, world.admin);
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
    const revealed = shown(await world.look(revealId));

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
    const made = await world.make();
    const input = { apiClientId: made.apiClientId, version: 1, old: 'day' };
    const rotated = await world.withStepUp(rotateApiClient, input, world.admin);
    const { secret } = shown(await world.look(rotated.ok ? rotated.value.revealId : ''));
    expect(await world.token({ ...made, secret })).not.toBeNull();
    expect(await world.token(made)).not.toBeNull();
    world.clock.at = new Date(world.clock.at.getTime() + 24 * 3_600_000);
    expect(await world.token(made)).toBeNull();
    expect(await world.token({ ...made, secret })).not.toBeNull();
    expect(await world.withStepUp(rotateApiClient, input, world.admin)).toMatchObject({
      error: { problem: { code: 'conflict' } },
    });
  });

  it('ends the old one and its tokens within a request where that is asked for', async () => {
    const made = await world.make();
    const bearer = await world.token(made);
    expect(await world.actorOf(bearer)).not.toBeNull();
    await world.withStepUp(
      rotateApiClient,
      { apiClientId: made.apiClientId, version: 1, old: 'atOnce' },
      world.admin,
    );
    expect(await world.actorOf(bearer)).toBeNull();
    expect(await world.token(made)).toBeNull();
    expect(await world.owner.accessToken.count({ where: { apiClientId: made.apiClientId } })).toBe(0);
  });
});

it('a system that is turned off gets nothing from its next request on, and stays off', async () => {
  const made = await world.make();
  const bearer = await world.token(made);
  const input = { apiClientId: made.apiClientId, version: 1, sure: true };
  const at = { actor: world.admin, now: world.clock.at };
  expect(await world.run(revokeApiClient, { ...input, sure: false }, at)).toMatchObject({
    error: { problem: { code: 'invalidInput', errors: [{ pointer: '/sure' }] } },
  });
  expect(await world.run(revokeApiClient, input, at)).toMatchObject({ ok: true });
  expect(await world.actorOf(bearer)).toBeNull();
  expect(await world.token(made)).toBeNull();
  expect(await world.run(revokeApiClient, { ...input, version: 2 }, at)).toMatchObject({
    error: { problem: { code: 'revoked' } },
  });
  await expect(
    inTransaction(world.app, world.admin, async (tx) => {
      await tx.$executeRaw`UPDATE api_client SET revoked_at = NULL WHERE id = ${made.apiClientId}::uuid`;
    }),
  ).rejects.toThrow('stays revoked');
});

describe('nobody else', () => {
  const roles = ['coach', 'intake', 'reporter', 'signatory'] as const;

  it.each(roles)('a %s neither makes, renews nor ends a system', async (role) => {
    const { apiClientId } = await world.make();
    const actor = await world.staff(role);
    for (const [command, input] of [
      [createApiClient, NEW_SYSTEM],
      [rotateApiClient, { apiClientId, version: 1, old: 'day' }],
      [revokeApiClient, { apiClientId, version: 1, sure: true }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await world.run(command as typeof createApiClient, input, {
        actor,
        now: world.clock.at,
      });
      expect(refused).toMatchObject({ error: { problem: { status: 403, code: 'forbidden' } } });
    }
    const listed = await world.read(listSystems, {}, { actor, now: world.clock.at });
    expect(listed.ok).toBe(role === 'signatory');
  });

  it('an administrator or signatory of some offices reads, and decides nothing', async () => {
    const { apiClientId } = await world.make();
    const some = await world.staff('providerAdmin', world.office, [world.office]);
    const seen = await world.read(showApiClient, { apiClientId }, { actor: some, now: world.clock.at });
    expect(seen).toMatchObject({ value: { mayDecide: false } });
    const input = { apiClientId, version: 1, sure: true };
    expect(await world.run(revokeApiClient, input, { actor: some, now: world.clock.at })).toMatchObject({
      error: { problem: { code: 'forbidden', errors: [{ code: 'notAllOffices' }] } },
    });
    const signing = await world.staff('signatory', world.office, [world.office]);
    const given = { apiClientId, version: 1, onHonour: true };
    expect(await world.withStepUp(giveStandingSignature, given, signing)).toMatchObject({
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
    const { apiClientId } = await world.make();
    const stranger = await world.staff('providerAdmin', world.elsewhere);
    const at = { actor: stranger, now: world.clock.at };
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
