import type { Client } from 'pg';

/** A table's row by its columns; all rows of a table name the same ones. */
export type Row = Readonly<Record<string, unknown>>;

/** In this order everything is there before what points at it. */
const TABLES = [
  'provider',
  'contract',
  'office',
  'office_opening',
  'related_company',
  'person',
  'person_identity',
  'membership',
  'membership_office',
  'participant',
  'decision',
  'placement',
  'service_period',
  'choice',
  'provider_switch',
  'experience',
  'plan',
  'plan_activity',
  'activity_entry',
  'attest_shown',
  'attestation',
  'report',
  'report_row',
  'review_decision',
  'activity_answer',
  'document',
  'document_event',
  'document_print',
  'outcome',
  'outcome_spell',
] as const;
export type Table = (typeof TABLES)[number];

export type Bulk = {
  readonly add: (table: Table, row: Row) => void;
  /** Writes what has been added, in one transaction, so that every guard of the database sees it whole. */
  readonly flush: () => Promise<void>;
  /** Writes it where it has become much. */
  readonly flushIfMuch: () => Promise<void>;
  readonly written: () => ReadonlyMap<Table, number>;
};

const ROWS_EACH = 4000;
const MUCH = 60_000;

/** Collects rows and writes thousands in a statement: `COPY FROM` is refused under row-level security. */
export function bulkOf(client: Client): Bulk {
  const waiting = new Map<Table, Row[]>();
  const written = new Map<Table, number>();
  let count = 0;
  const flush = async (): Promise<void> => {
    await client.query('BEGIN');
    for (const table of TABLES) {
      const rows = waiting.get(table) ?? [];
      for (let at = 0; at < rows.length; at += ROWS_EACH)
        await insert(client, table, rows.slice(at, at + ROWS_EACH));
      if (rows.length > 0) written.set(table, (written.get(table) ?? 0) + rows.length);
    }
    await client.query('COMMIT');
    waiting.clear();
    count = 0;
  };
  return {
    add: (table, row) => {
      const rows = waiting.get(table);
      if (rows === undefined) waiting.set(table, [row]);
      else rows.push(row);
      count += 1;
    },
    flush,
    flushIfMuch: async () => {
      if (count >= MUCH) await flush();
    },
    written: () => written,
  };
}

async function insert(client: Client, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => `"${column}"`)
    .join(', ');
  await client.query({
    name: `national ${table}`,
    text: `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
    values: [JSON.stringify(rows)],
  });
}
