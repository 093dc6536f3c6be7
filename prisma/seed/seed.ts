import { whileDaysArePlayed } from '#lib/server/db/played-days.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { assertSameSecret, readSeedNote, writeSeedNote } from '#prisma/seed/seed-note.ts';
import { seedNone } from '#prisma/seed/none.ts';
import type { SeedRun } from '#prisma/seed/seed-run.ts';

/**
 * Fills a migrated database. One filled with the same already is left as it is; one filled otherwise is refused. A fill
 * that was broken off is refused, too: whoever owns the database empties it.
 */
export async function seed(run: SeedRun): Promise<void> {
  const note = await withClient(run.ownerUrl, readSeedNote);
  if (note !== undefined && note.name !== run.name) {
    throw new OperatorFault(
      `This data was seeded with "${note.name}", not with "${run.name}". Start with PORTAL_SEED=${note.name}, or set PORTAL_DATA_DIR (or DATABASE_URL) to an empty one.`,
    );
  }
  await withClient(run.ownerUrl, (client) => assertSameSecret(client, run.portalSecret));
  if (note?.state === 'done') return;
  if (note?.state === 'started') {
    throw new OperatorFault(
      'The last fill of this database was broken off. Empty the database (or take another one) and start again.',
    );
  }
  await withClient(run.ownerUrl, (client) => writeSeedNote(client, { name: run.name, state: 'started' }));
  await whileDaysArePlayed(run.ownerUrl, () => fill(run));
  await withClient(run.ownerUrl, (client) => writeSeedNote(client, { name: run.name, state: 'done' }));
}

/** As {@link seed} with `none`, for a database that nothing stands in yet; one that was filled with anything stays as it is. */
export async function seedUnlessFilled(run: Omit<SeedRun, 'name'>): Promise<void> {
  const note = await withClient(run.ownerUrl, readSeedNote);
  if (note === undefined) return seed({ ...run, name: 'none' });
  return withClient(run.ownerUrl, (client) => assertSameSecret(client, run.portalSecret));
}

/** Each with its own modules, loaded when they are needed: an import has no use for the demo. */
async function fill(run: SeedRun): Promise<void> {
  switch (run.name) {
    case 'none':
      return seedNone(run);
    case 'demo':
      return (await import('#prisma/seed/demo/seed-demo.ts')).seedDemo(run);
    case 'pilot':
      return (await import('#prisma/seed/pilot/seed-pilot.ts')).seedPilot(run);
    case 'national':
      return (await import('#prisma/seed/national/fill-national.ts')).fillNational(run);
  }
}
