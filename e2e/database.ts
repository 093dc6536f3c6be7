import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Rows of a portal's own database, to compare what two ways have left behind. */
export async function rowsOf<Row extends Record<string, unknown>>(
  sql: string,
  values: readonly unknown[],
  folder = process.env['E2E_DATA_DIR'] ?? '',
): Promise<Row[]> {
  return await withDatabase(folder, async (client) => (await client.query<Row>(sql, [...values])).rows);
}

/** Changes what only time can: as the database's owner. */
export async function changeRows(sql: string, folder: string): Promise<void> {
  await withDatabase(folder, async (client) => await client.query(sql));
}

async function withDatabase<T>(folder: string, use: (client: Client) => Promise<T>): Promise<T> {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  const client = new Client({ host: '127.0.0.1', port, database: 'portal', user: 'portal_owner', password });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
