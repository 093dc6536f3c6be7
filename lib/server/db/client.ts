import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#lib/server/db/generated/client.ts';
import { statementName } from '#lib/server/db/statement-name.ts';
import { env } from '#lib/server/env.ts';

export type Database = PrismaClient;

/**
 * A client of its own for one connection string; whoever opens it disconnects it. In UTC whatever the server's own
 * time zone: Prisma takes the instants that it reads and writes to be so.
 */
export function openDatabase(url: string, poolSize = 10): Database {
  const config = { connectionString: url, max: poolSize, options: '-c TimeZone=UTC' };
  return new PrismaClient({ adapter: new PrismaPg(config, { statementNameGenerator: statementName }) });
}

let shared: Database | undefined;

/** The process's own client, as the app's least role. */
export function database(): Database {
  shared ??= openDatabase(env().APP_DATABASE_URL);
  return shared;
}
