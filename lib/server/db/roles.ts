import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { withClient } from '#lib/server/db/with-client.ts';
import { errorCode, messageOf, OperatorFault } from '#lib/server/operator-fault.ts';

export type RoleUrls = { appUrl: string; workerUrl: string };

const roles = { app: 'portal_app', worker: 'portal_worker' };

/**
 * Makes the login roles that the portal and its worker use; their rights come with the migrations. Their passwords
 * follow from PORTAL_SECRET, so that every process of an installation reaches the same without handing them around.
 */
export async function prepareRoles(ownerUrl: string, secret: string): Promise<RoleUrls> {
  return withClient(ownerUrl, async (client) => ({
    appUrl: await prepareRole(client, ownerUrl, roles.app, secret),
    workerUrl: await prepareRole(client, ownerUrl, roles.worker, secret),
  }));
}

async function prepareRole(client: Client, ownerUrl: string, role: string, secret: string): Promise<string> {
  const password = createHmac('sha256', secret).update(role).digest('hex');
  const url = urlFor(ownerUrl, role, password);
  // A role that works already is left alone: then no right to make roles is needed.
  if (!(await canLogIn(url))) await makeLogin(client, url, role, password);
  await assertLeastRights(client, role);
  return url;
}

function urlFor(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    return await withClient(url, async () => true);
  } catch {
    // Whatever the reason, the next step makes the role anew and names what stands in the way.
    return false;
  }
}

async function makeLogin(client: Client, url: string, role: string, password: string): Promise<void> {
  const quoted = client.escapeLiteral(password);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const statement = `${known.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN PASSWORD ${quoted}`;
  try {
    await client.query(statement);
  } catch (cause) {
    // 42501: insufficient_privilege
    if (errorCode(cause) !== '42501') throw cause;
    throw new OperatorFault(
      `The user of DATABASE_URL may not make the role ${role}. Let an administrator of the database run: ${statement};`,
      { cause },
    );
  }
  try {
    await withClient(url, async () => undefined);
  } catch (cause) {
    throw new OperatorFault(
      `The database does not let the role ${role} log in (${messageOf(cause)}). Allow it in pg_hba.conf.`,
      {
        cause,
      },
    );
  }
}

/** The second wall stands only where these roles cannot step around row-level security. */
async function assertLeastRights(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ excessive: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS excessive FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (rows[0]?.excessive === true) {
    throw new OperatorFault(
      `The role ${role} has too many rights. Let an administrator of the database run: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;`,
    );
  }
}
