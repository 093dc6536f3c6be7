import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { withClient } from '#lib/server/db/with-client.ts';
import { errorCode, messageOf, OperatorFault } from '#lib/server/operator-fault.ts';

export type RoleUrls = { appUrl: string; workerUrl: string };

/** A login role with the least rights; its password follows from PORTAL_SECRET. */
type LoginRole = { name: string; password: string; url: string };

function loginRoles(ownerUrl: string, secret: string): { app: LoginRole; worker: LoginRole } {
  const make = (name: string): LoginRole => {
    const password = createHmac('sha256', secret).update(name).digest('hex');
    const url = new URL(ownerUrl);
    url.username = name;
    url.password = password;
    return { name, password, url: url.href };
  };
  return { app: make('portal_app'), worker: make('portal_worker') };
}

/** Makes the roles that are missing. The migrations give them their rights and need them to be there. */
export async function createRoles(ownerUrl: string, secret: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const missing: string[] = [];
    for (const { name, password } of Object.values(loginRoles(ownerUrl, secret))) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
      if (known.rowCount === 0)
        missing.push(`CREATE ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    await runAsAdministrator(client, missing);
  });
}

/**
 * Lets both roles log in, with the passwords that every process with the same secret reaches, too. A role that works
 * already is left alone: then no right to change roles is needed.
 */
export async function prepareRoles(ownerUrl: string, secret: string): Promise<RoleUrls> {
  const { app, worker } = loginRoles(ownerUrl, secret);
  await withClient(ownerUrl, async (client) => {
    const changes: string[] = [];
    for (const { name, password, url } of [app, worker]) {
      await assertLeastRights(client, name);
      if ((await loginFault(url)) === undefined) continue;
      changes.push(`ALTER ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    await runAsAdministrator(client, changes);
  });
  for (const { name, url } of [app, worker]) {
    const fault = await loginFault(url);
    if (fault === undefined) continue;
    throw new OperatorFault(
      `The database does not let the role ${name} log in (${fault}). Allow it in pg_hba.conf.`,
    );
  }
  return { appUrl: app.url, workerUrl: worker.url };
}

async function loginFault(url: string): Promise<string | undefined> {
  try {
    await withClient(url, async () => undefined);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

const insufficientPrivilege = '42501';

async function runAsAdministrator(client: Client, statements: readonly string[]): Promise<void> {
  try {
    for (const statement of statements) await client.query(statement);
  } catch (cause) {
    if (errorCode(cause) !== insufficientPrivilege) throw cause;
    throw new OperatorFault(
      `The user of DATABASE_URL may not make the portal's roles. Let an administrator of the database run: ${statements.join('; ')};`,
      { cause },
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
