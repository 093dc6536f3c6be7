import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#lib/server/db/generated/client.ts';
import { env } from '#lib/server/env.ts';

export type Database = PrismaClient;

/** A client of its own for one connection string; whoever opens it disconnects it. */
export function openDatabase(url: string, poolSize = 10): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize }) });
}

let shared: Database | undefined;

/** The process's own client, as the app's least role. */
export function database(): Database {
  shared ??= openDatabase(env().APP_DATABASE_URL);
  return shared;
}
