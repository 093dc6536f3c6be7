import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { z } from 'zod';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import type { Settings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const seeded = z.object({ name: z.string(), state: z.enum(['started', 'done']) });

type Seed = z.infer<typeof seeded>;

/** How it stands with what a database was filled with; `half` is a seed that was broken off. */
export type SeedState = 'missing' | 'half' | 'done';

/** Compares what the database was filled with to what is asked for; something else is refused. */
export async function findSeed(ownerUrl: string, wanted: Settings['PORTAL_SEED']): Promise<SeedState> {
  const found = await withClient(ownerUrl, readSeed);
  if (found === undefined) return 'missing';
  if (found.state === 'started') return 'half';
  if (found.name === wanted) return 'done';
  throw new OperatorFault(
    `This data was seeded with "${found.name}", not with "${wanted}". Start with PORTAL_SEED=${found.name}, or set PORTAL_DATA_DIR (or DATABASE_URL) to an empty one.`,
  );
}

/** Fills an empty database, and notes with what. */
export async function seedDatabase(ownerUrl: string, name: Settings['PORTAL_SEED']): Promise<void> {
  await withClient(ownerUrl, (client) => noteSeed(client, { name, state: 'started' }));
  if (name !== 'none') {
    console.log(`Filling the database (${name})…`);
    const seed = await loadSeed(name);
    await seed(ownerUrl, name, today());
  }
  await withClient(ownerUrl, (client) => noteSeed(client, { name, state: 'done' }));
}

type SeedFunction = (ownerUrl: string, name: string, today: string) => Promise<void>;

const seedFile = 'prisma/seed/seed.ts';

export function assertSeedExists(name: Settings['PORTAL_SEED']): void {
  if (name === 'national') {
    throw new OperatorFault('PORTAL_SEED=national does not exist yet. Use none, demo or pilot.');
  }
  if (name !== 'none' && !existsSync(seedFile)) {
    throw new OperatorFault(`PORTAL_SEED=${name} does not exist yet. Use PORTAL_SEED=none.`);
  }
}

async function loadSeed(name: string): Promise<SeedFunction> {
  const loaded: unknown = await import(`#${seedFile}`);
  if (loaded instanceof Object && 'seed' in loaded && typeof loaded.seed === 'function') {
    const { seed } = loaded;
    return async (...args) => {
      await seed(...args);
    };
  }
  throw new OperatorFault(`PORTAL_SEED=${name} does not exist yet. Use PORTAL_SEED=none.`);
}

async function readSeed(client: Client): Promise<Seed | undefined> {
  const { rows } = await client.query<{ value: unknown }>(
    `SELECT value FROM portal_setting WHERE key = 'seed'`,
  );
  return rows[0] === undefined ? undefined : seeded.parse(rows[0].value);
}

async function noteSeed(client: Client, seed: Seed): Promise<void> {
  await client.query(
    `INSERT INTO portal_setting (key, value) VALUES ('seed', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(seed)],
  );
}
