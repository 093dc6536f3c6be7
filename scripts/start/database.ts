import type { EmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { isPortFree } from '#lib/server/db/free-port.ts';
import { createDatabase, dropDatabase } from '#lib/server/db/postgres-owner.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import type { Settings } from '#lib/server/env.ts';
import { errorCode, messageOf, OperatorFault } from '#lib/server/operator-fault.ts';
import { KeptPart } from '#scripts/start/kept-part.ts';

export type StartDatabase = {
  ownerUrl: string;
  stop(): Promise<void>;
  /** Empties the database; only one that is ours alone. */
  empty?: () => Promise<void>;
};

/** The database of DATABASE_URL, or the embedded one of the data folder, which is brought back when it ends by itself. */
export async function openStartDatabase(
  settings: Settings,
  say: (line: string) => void = (line) => console.error(line),
): Promise<StartDatabase> {
  if (settings.DATABASE_URL !== undefined) {
    return { ownerUrl: settings.DATABASE_URL, stop: async () => undefined };
  }
  console.log('Starting the database…');
  const start = () => startPostgres(settings.PORTAL_DATA_DIR, settings.PORT + 1000, settings.WAL_ARCHIVE_DIR);
  const first = await start();
  let next: Promise<EmbeddedPostgres> | undefined = Promise.resolve(first);
  const kept = await KeptPart.start({
    name: 'database',
    say,
    async start() {
      const server = await (next ?? startOnPort(first.port, start));
      next = undefined;
      return { ended: server.exited, stop: () => server.stop() };
    },
  });
  return { ownerUrl: first.ownerUrl, stop: () => kept.stop(), empty: () => emptyEmbedded(first) };
}

/** Every process of the portal knows the port: no other will do. */
async function startOnPort(port: number, start: () => Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
  if (!(await isPortFree(port)))
    throw new OperatorFault(`The database's port ${port} is used by another program.`);
  return await start();
}

async function emptyEmbedded(server: EmbeddedPostgres): Promise<void> {
  const name = new URL(server.ownerUrl).pathname.slice(1);
  await dropDatabase(server.adminUrl, name);
  await createDatabase(server.adminUrl, name, 'template0');
}

const oldestServer = 160_000;

/** Says what is wrong with DATABASE_URL before anything is started. */
export async function assertReachable(databaseUrl: string): Promise<void> {
  const version = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    );
    return Number(rows[0]?.version);
  }).catch((cause: unknown) => {
    throw new OperatorFault(
      `The database of DATABASE_URL (${placeOf(databaseUrl)}) cannot be used: ${reasonOf(cause)}`,
      { cause },
    );
  });
  if (version < oldestServer) {
    throw new OperatorFault(
      `The database of DATABASE_URL runs PostgreSQL ${Math.floor(version / 10_000)}; the portal needs 16 or later.`,
    );
  }
}

/** Without the password. */
function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${decodeURIComponent(url.username)}@${url.host}${url.pathname}`;
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return 'nothing answers there. Start the server, or correct host and port.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Correct the host name.';
    case '28P01':
    case '28000':
      return 'user or password is wrong. Correct them.';
    case '3D000':
      return 'there is no such database. Create it, or correct the name.';
    case '53300':
      return 'it has no free connection. Raise max_connections.';
    default:
      return `${messageOf(error).split('\n', 1).join('')}. Correct DATABASE_URL.`;
  }
}
