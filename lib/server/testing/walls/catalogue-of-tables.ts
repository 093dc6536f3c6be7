import type { Client } from 'pg';

export type Column = {
  readonly name: string;
  /** As PostgreSQL names it: `uuid`, `_text`, the name of an enumeration. */
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** The only values that there may be: of its enumeration, or of a check. */
  readonly among: readonly string[] | null;
  readonly refersTo: { readonly table: string; readonly column: string } | null;
};

export type Table = { readonly name: string; readonly number: number; readonly columns: readonly Column[] };

/** All tables of the portal as they are in the database, with what each column refers to. */
export async function readTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(COLUMNS);
  return rows.map(({ name, columns }, at) => ({ name, number: at + 1, columns }));
}

// A check of one column against a list is an enumeration by another name.
const COLUMNS = `
  SELECT c.relname AS name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname, 'nullable', NOT a.attnotnull,
      'hasDefault', a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '', 'among', coalesce(
        (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
        (SELECT (SELECT jsonb_agg(m[1]) FROM regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m)
          FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
            AND pg_get_constraintdef(k.oid) LIKE '%ANY (ARRAY[%' LIMIT 1)),
      'refersTo', (SELECT jsonb_build_object('table', f.relname, 'column', fa.attname)
        FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
          JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = k.confkey[array_position(k.conkey, a.attnum)]
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey) ORDER BY array_length(k.conkey, 1) LIMIT 1))
      ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  GROUP BY c.relname ORDER BY c.relname`;
