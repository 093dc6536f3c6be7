import { REGISTER } from '#lib/domain/data-protection/register.ts';
import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';
import { columnsOf } from '#lib/domain/data-protection/registered-table.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type ExtractRow = Readonly<Record<string, unknown>>;
/** Rows about the person, or rows that they put a hand to in their work. */
export type ExtractOf = 'own' | 'hand';

/** Rows that are read at a time: what is held in memory, whatever there is. */
const BATCH = 500;
/** The pieces of files are as large as files are. */
const FILES = 'evidence_chunk';

/** The tables from which something can be given out of a kind. */
export function tablesOf(of: ExtractOf): readonly RegisteredTable[] {
  return REGISTER.filter(
    (table) =>
      table.table !== FILES &&
      (of === 'own'
        ? table.retention !== 'none' && table.own !== undefined
        : columnsOf(table, 'hand').length > 0),
  );
}

/** What the database gives out of a table for this extract, and nothing else: the worker itself reads none of it. */
export async function* readRows(
  tx: Tx,
  extractId: string,
  table: string,
  of: ExtractOf,
): AsyncGenerator<readonly ExtractRow[]> {
  yield* readAll(
    tx,
    Prisma.sql`SELECT x.row FROM app.extract_rows(${extractId}::uuid, ${table}, ${of}) AS x (row)`,
    BATCH,
  );
}

async function* readAll(tx: Tx, source: Prisma.Sql, batch: number): AsyncGenerator<readonly ExtractRow[]> {
  await tx.$executeRaw`DECLARE extract_rows NO SCROLL CURSOR FOR ${source}`;
  for (;;) {
    const rows = await tx.$queryRaw<
      { row: ExtractRow }[]
    >`FETCH ${Prisma.raw(String(batch))} FROM extract_rows`;
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await tx.$executeRaw`CLOSE extract_rows`;
}

/** The bytes of one file, in their order, a few pieces at a time. */
export async function* readFileBytes(tx: Tx, extractId: string, evidenceId: string): AsyncGenerator<Buffer> {
  const source = Prisma.sql`SELECT x.row FROM app.extract_rows(${extractId}::uuid, ${FILES}, 'own') AS x (row)
    WHERE x.row ->> 'evidence_id' = ${evidenceId} ORDER BY (x.row ->> 'number')::int`;
  for await (const rows of readAll(tx, source, 4)) for (const row of rows) yield bytesOf(row['content']);
}

/** As the database writes bytes in JSON: `\x` and hexadecimals. */
export function bytesOf(value: unknown): Buffer {
  return Buffer.from(typeof value === 'string' ? value.slice(2) : '', 'hex');
}
