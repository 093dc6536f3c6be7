import type { Client } from 'pg';
import { z } from 'zod';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const seeded = z.object({ name: z.string(), state: z.enum(['started', 'done']) });

export type SeedNote = z.infer<typeof seeded>;

/** What the database was filled with, and whether to the end. */
export async function readSeedNote(client: Client): Promise<SeedNote | undefined> {
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT value FROM portal_setting WHERE key = 'seed'`,
  );
  return rows[0] === undefined ? undefined : seeded.parse(rows[0].value);
}

export async function writeSeedNote(client: Client, note: SeedNote): Promise<void> {
  await put(client, 'seed', note);
}

/**
 * Identity numbers are found by a hash whose key comes from PORTAL_SECRET: with another secret nobody would be found, and
 * everybody would be loaded a second time. The first to fill a database leaves a mark of its secret; others are compared to it.
 */
export async function assertSameSecret(client: Client, portalSecret: string): Promise<void> {
  const mark = deriveKey(portalSecret, 'secret-mark/1').toString('hex', 0, 8);
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT value FROM portal_setting WHERE key = 'secretMark'`,
  );
  if (rows[0] === undefined) await put(client, 'secretMark', mark);
  else if (rows[0].value !== mark) {
    throw new OperatorFault(
      'This database was filled with another PORTAL_SECRET. Set PORTAL_SECRET (or PORTAL_DATA_DIR) as it was then.',
    );
  }
}

async function put(client: Client, key: string, value: unknown): Promise<void> {
  await client.query(
    'INSERT INTO portal_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, JSON.stringify(value)],
  );
}
