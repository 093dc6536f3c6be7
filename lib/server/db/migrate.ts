import type { Client } from 'pg';
import { readDatamodel, readMigrations } from '#lib/server/db/migration-list.ts';
import { appliedMigrationsQuery, pendingMigrations } from '#lib/server/db/pending-migrations.ts';
import { type SchemaEngine, withSchemaEngine } from '#lib/server/db/schema-engine.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { messageOf, OperatorFault } from '#lib/server/operator-fault.ts';

/** Any number of our own: whoever holds it in a database is migrating it. */
const migrationLock = 7_215_066_301;

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the newest migration and says which ones it applied. Of two starts at once one applies, the
 * other waits and finds nothing left to do.
 */
export async function applyMigrations(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    // Every start asks; loading the engine only to hear that there is nothing to do would take a second.
    if (await isUpToDate(client)) return [];
    return applyWithEngine(ownerUrl);
  });
}

async function applyWithEngine(ownerUrl: string): Promise<readonly string[]> {
  try {
    return await withSchemaEngine(ownerUrl, readDatamodel(), async (engine) => {
      await retryFailed(engine);
      const migrationsList = readMigrations();
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return appliedMigrationNames;
    });
  } catch (cause) {
    throw new OperatorFault(`The database could not be brought up to date: ${firstLine(messageOf(cause))}`, {
      cause,
    });
  }
}

/** A migration runs in one transaction, so one that failed (a full disk, a lost connection) can simply run again. */
async function retryFailed(engine: SchemaEngine): Promise<void> {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: readMigrations(),
    optInToShadowDatabase: false,
    filters: noFilters,
  });
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? text;
}

async function isUpToDate(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS name`,
  );
  if (rows[0]?.name === null) return false;
  const applied = await client.query<{ migration_name: string }>(appliedMigrationsQuery);
  return pendingMigrations(applied.rows.map((row) => row.migration_name)).length === 0;
}
