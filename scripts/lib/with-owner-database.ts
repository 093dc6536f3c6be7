import path from 'node:path';
import { z } from 'zod';
import type { Settings } from '#lib/server/env.ts';
import { findJsonFile } from '#lib/server/json-file.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { onStop } from '#scripts/lib/run-main.ts';
import { holderOf, releaseDataFolder, takeDataFolder } from '#scripts/start/data-folder.ts';
import { assertReachable, openStartDatabase } from '#scripts/start/database.ts';

export type OwnerDatabase = { readonly ownerUrl: string; readonly portalSecret: string };

/** What a shell says of a command that was ended by Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Runs `work` on the database that `npm start` would use: that of DATABASE_URL, the embedded one of a portal that is
 * running, or the embedded one, started for as long as the work takes.
 */
export async function withOwnerDatabase<T>(
  settings: Settings,
  work: (database: OwnerDatabase) => Promise<T>,
): Promise<T> {
  const dataDir = settings.PORTAL_DATA_DIR;
  if (settings.DATABASE_URL !== undefined) await assertReachable(settings.DATABASE_URL);
  if (holderOf(dataDir) !== undefined) {
    const ownerUrl = settings.DATABASE_URL ?? runningDatabase(dataDir);
    const portalSecret = settings.PORTAL_SECRET ?? read(dataDir, 'start.json', started).portalSecret;
    return await work({ ownerUrl, portalSecret });
  }
  const state = takeDataFolder(dataDir);
  try {
    const database = await openStartDatabase(settings);
    onStop(async () => {
      await database.stop();
      releaseDataFolder(dataDir);
      process.exit(INTERRUPTED);
    });
    try {
      const portalSecret = settings.PORTAL_SECRET ?? state.portalSecret;
      return await work({ ownerUrl: database.ownerUrl, portalSecret });
    } finally {
      await database.stop();
    }
  } finally {
    releaseDataFolder(dataDir);
  }
}

const started = z.object({ portalSecret: z.string() });
const server = z.object({ port: z.int(), password: z.string() });

/** The embedded database of a portal that is running from the data folder. */
function runningDatabase(dataDir: string): string {
  const { port, password } = read(dataDir, 'postgres.json', server);
  return `postgresql://portal_owner:${password}@127.0.0.1:${port}/portal`;
}

function read<T>(dataDir: string, name: string, shape: z.ZodType<T>): T {
  const found = findJsonFile(path.join(dataDir, name), shape);
  if (found !== undefined) return found;
  throw new OperatorFault(
    `${path.join(dataDir, name)} saknas. Vänta tills portalen har startat, eller ange DATABASE_URL.`,
  );
}
