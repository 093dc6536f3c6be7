import { readDatamodel } from '#lib/server/db/migration-list.ts';
import { withSchemaEngine } from '#lib/server/db/schema-engine.ts';
import { withClient } from '#lib/server/db/with-client.ts';

/**
 * The SQL that would turn a migrated database into what schema.prisma describes; empty when they agree. Policies,
 * triggers, checks and exclusion constraints Prisma sees on neither side; indexes beyond its grammar it would drop.
 */
export async function diffMigrationsAndDatamodel(ownerUrl: string): Promise<string> {
  const script = await diffDatabase(ownerUrl);
  const beyondPrisma = await listIndexesBeyondPrisma(ownerUrl);
  return script
    .split(/\n(?=-- )/)
    .filter((step) => !beyondPrisma.some((index) => step.includes(`DROP INDEX "${index}"`)))
    .join('\n')
    .trim();
}

function diffDatabase(ownerUrl: string): Promise<string> {
  const datamodel = readDatamodel();
  return withSchemaEngine(ownerUrl, datamodel, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [datamodel], configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files: [datamodel] },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return stdout ?? '';
  });
}

/** Partial indexes, indexes over expressions, and unique ones that count two empty values as the same. */
async function listIndexesBeyondPrisma(ownerUrl: string): Promise<readonly string[]> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE c.relnamespace = 'public'::regnamespace
         AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR i.indnullsnotdistinct)`,
    ),
  );
  return rows.map((row) => row.name);
}
