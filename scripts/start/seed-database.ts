import { readSeedNote } from '#prisma/seed/seed-note.ts';
import { today } from '#lib/server/clock.ts';
import { applyMigrations } from '#lib/server/db/migrate.ts';
import { createRoles } from '#lib/server/db/roles.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import type { Settings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import type { StartDatabase } from '#scripts/start/database.ts';

/**
 * Brings the database up to date and fills it where it is empty. One that was left half filled is emptied first, if it is
 * the embedded one; in a server of somebody's own nothing is ever removed.
 */
export async function fillDatabase(
  database: StartDatabase,
  settings: Settings,
  portalSecret: string,
): Promise<void> {
  const { ownerUrl } = database;
  await createRoles(ownerUrl, portalSecret);
  await applyMigrations(ownerUrl);
  const note = await withClient(ownerUrl, readSeedNote);
  if (note?.state === 'started') {
    if (database.empty === undefined) {
      throw new OperatorFault(
        'The last start was ended while it filled this database. Empty the database (or take another one) and start again.',
      );
    }
    console.log('The last start was ended while it filled the database: beginning anew.');
    await database.empty();
    await applyMigrations(ownerUrl);
  }
  const name = settings.PORTAL_SEED;
  if (note?.state !== 'done') console.log(`Filling the database (${name})…`);
  const { seed } = await import('#prisma/seed/seed.ts');
  const say = (line: string): void => console.log(line);
  await seed({ ownerUrl, name, today: today(), dataDir: settings.PORTAL_DATA_DIR, portalSecret, say });
}
