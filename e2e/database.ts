import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Rows of the portal's own database, to compare what two ways have left behind. */
export async function rowsOf<Row extends Record<string, unknown>>(
  sql: string,
  values: readonly unknown[],
  folder = process.env['E2E_DATA_DIR'] ?? '',
): Promise<Row[]> {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  const client = new Client({ host: '127.0.0.1', port, database: 'portal', user: 'portal_owner', password });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
