import type { Client } from 'pg';
import { withClient } from '#lib/server/db/with-client.ts';

const owner = 'portal_owner';

/**
 * The owner of an embedded database is what DATABASE_URL names elsewhere: no superuser, so that row-level security
 * and missing rights show in the demo and in the tests, too; it may make the portal's login roles.
 */
export async function createOwner(admin: Client, password: string): Promise<string> {
  const known = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [owner]);
  if (known.rowCount === 0) {
    await admin.query(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD ${admin.escapeLiteral(password)}`);
  }
  return owner;
}

export async function createDatabase(adminUrl: string, name: string, template: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await admin.query(
      `CREATE DATABASE ${admin.escapeIdentifier(name)} OWNER ${owner} TEMPLATE ${admin.escapeIdentifier(template)}`,
    );
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(name)} WITH (FORCE)`);
  });
}
