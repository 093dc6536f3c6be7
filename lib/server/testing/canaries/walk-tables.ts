import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Aviary, Canary } from '#lib/server/testing/canaries/canary.ts';

export type Heard = { readonly where: string; readonly canary: Canary };

type Table = { readonly name: string; readonly columns: readonly string[] };

/** The tables, with the columns, that the app's role may read at all. */
export async function readableTables(app: Database): Promise<readonly Table[]> {
  return await app.$queryRaw<Table[]>`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm')
      AND has_column_privilege(c.oid, a.attnum, 'SELECT') AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`;
}

/**
 * Everything that the database would give somebody, whatever question the portal or a fault in it asks: each table, whole, as that
 * actor. What a page, file, search or count can say is bounded by this.
 */
export async function walkTables(
  app: Database,
  actor: PersonActor,
  tables: readonly Table[],
  aviary: Aviary,
): Promise<readonly Heard[]> {
  return await inTransaction(app, actor, async (tx) => {
    const heard: Heard[] = [];
    for (const { name, columns } of tables) {
      const row = Prisma.raw(columns.map((column) => `"${column}"::text`).join(", ' ', "));
      const found = await tx.$queryRaw<
        { text: string }[]
      >`SELECT concat(${row}) AS text FROM ${Prisma.raw(`"${name}"`)}`;
      for (const canary of aviary.heardIn(found.map(({ text }) => text).join('\n')))
        heard.push({ where: name, canary });
    }
    return heard;
  });
}
