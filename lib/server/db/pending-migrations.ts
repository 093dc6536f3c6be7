import { listMigrationNames } from '#lib/server/db/migration-list.ts';

/** The bookkeeping is the engine's; the portal's own role may read it. */
export const appliedMigrationsQuery =
  'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';

/** The migrations of the repository that are not among the applied ones. */
export function pendingMigrations(applied: readonly string[]): readonly string[] {
  return listMigrationNames().filter((name) => !applied.includes(name));
}
