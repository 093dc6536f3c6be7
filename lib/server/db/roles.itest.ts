import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTemporaryPostgres, type EmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { prepareRoles } from '#lib/server/db/roles.ts';
import { withClient } from '#lib/server/db/with-client.ts';

const secret = 'a secret of more than thirty-two characters';
let server: EmbeddedPostgres;

beforeAll(async () => {
  // Roles belong to a whole server: what is tried on them here must not reach the other tests.
  server = await startTemporaryPostgres();
  await prepareDatabase(server.ownerUrl, secret);
});
afterAll(() => server.stop());

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const refusal: unknown = await promise.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return refusal instanceof Error ? refusal.message : String(refusal);
}

const asAdmin = (sql: string) => withClient(server.adminUrl, (client) => client.query(sql));

test.each(['appUrl', 'workerUrl'] as const)(
  'the role of %s owns nothing and cannot pass row-level security',
  async (role) => {
    const { rows } = await withClient(inject('testCluster')[role], (client) =>
      client.query(`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = current_user`),
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  },
);

test('the same secret gives the same logins again', async () => {
  const first = await prepareRoles(server.ownerUrl, secret);
  expect(await prepareRoles(server.ownerUrl, secret)).toEqual(first);
});

test('an owner who may not change roles is told the SQL that an administrator has to run, and it works', async () => {
  await asAdmin('ALTER ROLE portal_owner NOCREATEROLE');
  await asAdmin('ALTER ROLE portal_app NOLOGIN');
  const message = await refusalOf(prepareRoles(server.ownerUrl, secret));
  expect(message).toMatch(
    /may not make the portal's roles\. Let an administrator .* run: ALTER ROLE portal_app LOGIN PASSWORD '[0-9a-f]{64}';$/,
  );
  await asAdmin(message.slice(message.indexOf('run: ') + 5));
  expect(await prepareRoles(server.ownerUrl, secret)).toMatchObject({
    appUrl: expect.stringContaining('portal_app'),
  });
});

test('on a server without the roles, one line names both, and is enough', async () => {
  const bare = await startTemporaryPostgres();
  try {
    const asBareAdmin = (sql: string) => withClient(bare.adminUrl, (client) => client.query(sql));
    await asBareAdmin('ALTER ROLE portal_owner NOCREATEROLE');
    const message = await refusalOf(prepareDatabase(bare.ownerUrl, secret));
    expect(message).toMatch(
      /run: CREATE ROLE portal_app LOGIN .*; CREATE ROLE portal_worker LOGIN PASSWORD '[0-9a-f]{64}';$/,
    );
    await asBareAdmin(message.slice(message.indexOf('run: ') + 5));
    expect(await prepareDatabase(bare.ownerUrl, secret)).toMatchObject({
      workerUrl: expect.stringContaining('portal_worker'),
    });
  } finally {
    await bare.stop();
  }
});

test('a role that could step around row-level security is refused', async () => {
  await asAdmin('ALTER ROLE portal_worker BYPASSRLS');
  await expect(prepareRoles(server.ownerUrl, secret)).rejects.toThrow(
    /portal_worker has too many rights.*NOBYPASSRLS/,
  );
});
