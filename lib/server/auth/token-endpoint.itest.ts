import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newClientSecret } from '#lib/server/auth/client-secret.ts';
import { findRequestActor } from '#lib/server/auth/request-actor.ts';
import { type AuthFixture, createAuthFixture } from '#lib/server/auth/testing/auth-fixture.ts';
import { answerTokenRequest } from '#lib/server/auth/token-endpoint.ts';

let fixture: AuthFixture;
let clientId: string;
let signatory: string;
const { secret, hash } = newClientSecret();

beforeAll(async () => {
  fixture = await createAuthFixture();
  signatory = await fixture.membership(await fixture.person('Karin'), 'signatory');
});
afterAll(() => fixture.drop());
beforeEach(async () => {
  fixture.clock.at = new Date('2026-05-12T09:00:00Z');
  clientId = `tallmo-${randomUUID()}`;
  await fixture.sql(
    `INSERT INTO api_client (id, client_id, secret_hash, provider_id, name, scopes, attestor_membership_id)
     VALUES ($1, $2, $3, $4, 'Tallmos system', '{reports:read,reports:write}', $5)`,
    [randomUUID(), clientId, hash, fixture.providerId, signatory],
  );
});

type Asked = { form?: Record<string, string> | string; authorization?: string; type?: string };

async function ask({ form = {}, authorization, type }: Asked = {}): Promise<Response> {
  const body =
    typeof form === 'string'
      ? form
      : new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString();
  return await answerTokenRequest(
    fixture.context,
    new Request('http://localhost/api/oauth/token', {
      method: 'POST',
      headers: {
        'content-type': type ?? 'application/x-www-form-urlencoded',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body,
    }),
  );
}

const inBody = () => ({ client_id: clientId, client_secret: secret });
const basic = (id: string, password: string) =>
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`;

async function tokenFor(form: Record<string, string> = {}): Promise<string> {
  const answer = (await (await ask({ form: { ...inBody(), ...form } })).json()) as { access_token: string };
  return answer.access_token;
}

const actorOf = (token: string) =>
  findRequestActor(
    fixture.context,
    new Request('http://localhost/', { headers: { authorization: `Bearer ${token}` } }),
  );

describe('a token', () => {
  test('is given for the client’s secret, in the body or as Basic, and kept by nobody on the way', async () => {
    for (const asked of [{ form: inBody() }, { authorization: basic(clientId, secret) }]) {
      // oxlint-disable-next-line no-await-in-loop -- two ways, one after the other
      const response = await ask(asked);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      // oxlint-disable-next-line no-await-in-loop
      expect(await response.json()).toEqual({
        access_token: expect.stringMatching(/^[\w-]{43}$/),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'reports:read reports:write',
      });
    }
  });

  test('acts for the one provider, with the scopes asked for and the standing signature', async () => {
    expect(await actorOf(await tokenFor({ scope: 'reports:read' }))).toMatchObject({
      kind: 'client',
      clientId,
      providerId: fixture.providerId,
      scopes: ['reports:read'],
      attestorMembershipId: signatory,
    });
  });

  test('lasts an hour', async () => {
    const token = await tokenFor();
    fixture.pass(59.9);
    expect(await actorOf(token)).not.toBeNull();
    fixture.pass(0.1);
    expect(await actorOf(token)).toBeNull();
  });

  test('is worth nothing once the client is revoked', async () => {
    const token = await tokenFor();
    await fixture.sql('UPDATE api_client SET revoked_at = now() WHERE client_id = $1', [clientId]);
    expect(await actorOf(token)).toBeNull();
    expect((await ask({ form: inBody() })).status).toBe(401);
  });

  test('carries no standing signature once the attestor is no signatory there', async () => {
    const token = await tokenFor();
    await fixture.sql(`UPDATE membership SET valid_to = '2026-05-12' WHERE id = $1`, [signatory]);
    expect(await actorOf(token)).toMatchObject({ attestorMembershipId: null });
    await fixture.sql('UPDATE membership SET valid_to = NULL WHERE id = $1', [signatory]);
  });

  test('is kept as a hash only, and the old ones are cleared away', async () => {
    await tokenFor();
    fixture.pass(61);
    const token = await tokenFor();
    const rows = await fixture.sql<{ row: string }>(
      'SELECT t::text AS row FROM access_token t JOIN api_client c ON c.id = t.api_client_id WHERE c.client_id = $1',
      [clientId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(token);
  });

  test('that is nonsense is nobody, and a session beside it does not count', async () => {
    for (const header of ['Bearer x', 'Bearer ', 'Basic abc', `Bearer ${'a'.repeat(43)}`, 'bearer']) {
      const request = new Request('http://localhost/', { headers: { authorization: header } });
      // oxlint-disable-next-line no-await-in-loop -- the order is the test's
      expect(await findRequestActor(fixture.context, request)).toBeNull();
    }
  });
});

const errorOf = async (asked: Asked) => {
  const response = await ask(asked);
  const { error } = (await response.json()) as { error: string };
  return [response.status, error];
};

describe('an error of RFC 6749', () => {
  test('invalid_client, with the same answer whether it is the client or the secret that is wrong', async () => {
    const wrongSecret = await ask({ authorization: basic(clientId, 'wrong') });
    const wrongClient = await ask({ authorization: basic('nobody', secret) });
    expect([wrongSecret.status, wrongClient.status]).toEqual([401, 401]);
    expect(await wrongSecret.text()).toBe(await wrongClient.text());
    expect(wrongSecret.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await errorOf({})).toEqual([401, 'invalid_client']);
    expect(await errorOf({ authorization: 'Bearer x' })).toEqual([401, 'invalid_client']);
    expect(await errorOf({ authorization: 'Basic ::::' })).toEqual([401, 'invalid_client']);
  });

  test('unsupported_grant_type', async () => {
    expect(await errorOf({ form: { ...inBody(), grant_type: 'password' } })).toEqual([
      400,
      'unsupported_grant_type',
    ]);
  });

  test('invalid_scope: one that the client does not have', async () => {
    expect(await errorOf({ form: { ...inBody(), scope: 'reports:read admin' } })).toEqual([
      400,
      'invalid_scope',
    ]);
  });

  test('invalid_request: no grant type, a parameter twice, two ways at once, not a form', async () => {
    expect(await errorOf({ form: 'client_id=x' })).toEqual([400, 'invalid_request']);
    expect(await errorOf({ form: 'grant_type=client_credentials&grant_type=x' })).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await errorOf({ form: inBody(), authorization: basic(clientId, secret) })).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await errorOf({ form: '{"grant_type":1}', type: 'application/json' })).toEqual([
      400,
      'invalid_request',
    ]);
    expect(await errorOf({ form: { client_id: 'other' }, authorization: basic(clientId, secret) })).toEqual([
      400,
      'invalid_request',
    ]);
  });

  test.each([
    '',
    '\u0000',
    '&&&',
    '=&=',
    'grant_type=client_credentials&client_id=%00&client_secret=%00',
    'grant_type=client_credentials&client_id=å&client_secret=%ff&scope=%00',
  ])('for a body of nonsense: %j', async (form) => {
    expect((await ask({ form })).status).toBeLessThan(500);
  });
});
