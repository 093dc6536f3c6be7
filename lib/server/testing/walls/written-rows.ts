import type { Client } from 'pg';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { Table } from '#lib/server/testing/walls/catalogue-of-tables.ts';

export type Written = { readonly table: string; readonly row: string };

/** From now on every row that is inserted, changed or deleted is told of, whoever does it. */
export async function countWrites(client: Client, tables: readonly Table[]): Promise<void> {
  await client.query(`CREATE SCHEMA walls; GRANT USAGE ON SCHEMA walls TO PUBLIC;
    CREATE TABLE walls.written ("table" text NOT NULL, "row" text NOT NULL); GRANT SELECT ON walls.written TO PUBLIC;
    CREATE FUNCTION walls.tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
      INSERT INTO walls.written VALUES (TG_TABLE_NAME, coalesce(to_jsonb(OLD)::text, '') || coalesce(to_jsonb(NEW)::text, ''));
      RETURN NULL; END $$`);
  for (const { name } of tables)
    await client.query(`CREATE TRIGGER zz_walls_tell AFTER INSERT OR UPDATE OR DELETE ON ${client.escapeIdentifier(name)}
      FOR EACH ROW EXECUTE FUNCTION walls.tell()`);
}

/** What this transaction has written so far. */
export async function writtenIn(tx: Tx): Promise<readonly Written[]> {
  return await tx.$queryRaw<Written[]>`SELECT "table", "row" FROM walls.written`;
}
