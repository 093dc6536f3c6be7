import { today } from '#lib/server/clock.ts';
import { applyMigrations } from '#lib/server/db/migrate.ts';
import type { Settings } from '#lib/server/env.ts';
import { seedUnlessFilled } from '#prisma/seed/seed.ts';
import { type OwnerDatabase, withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

export type ImportTarget = OwnerDatabase;

/** Runs `work` on the portal's database. An empty one gets what every portal needs. */
export async function withImportTarget<T>(
  settings: Settings,
  work: (target: ImportTarget) => Promise<T>,
): Promise<T> {
  return await withOwnerDatabase(settings, async (target) => {
    await applyMigrations(target.ownerUrl);
    await seedUnlessFilled({ ...target, today: today(), dataDir: settings.PORTAL_DATA_DIR });
    return await work(target);
  });
}
