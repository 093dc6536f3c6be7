import type { Database } from '#lib/server/db/client.ts';

/** Rows of a rule, and cases or accounts, that one transaction takes: it is over in a moment, and nobody waits for it. */
const ROWS = 1000;
const PEOPLE = 20;

/**
 * Thins everything that has had its time, in batches. Which rows those are the database judges, by the register and its own clock; `at` is
 * for databases in which days are played. Broken off, it goes on the next time.
 */
export async function thin(database: Database, at: Date | null = null): Promise<void> {
  // Some rows are of use as long as a case rests on them.
  for (const part of ['case', 'account'])
    await batches(PEOPLE, (most) => thinPeople(database, part, most, at));
  const codes = await database.$queryRaw<{ code: string }[]>`SELECT app.thinning_codes() AS code`;
  for (const { code } of codes) await batches(ROWS, (most) => thinRows(database, code, most, at));
}

async function batches(most: number, take: (most: number) => Promise<number>): Promise<void> {
  let taken = most;
  while (taken === most) taken = await take(most);
}

async function thinRows(database: Database, code: string, most: number, at: Date | null): Promise<number> {
  const rows = await database.$queryRaw<{ taken: number }[]>`
    SELECT app.thin_rows(${code}, ${most}::int, coalesce(${at}::timestamptz, now())) AS taken`;
  return rows[0]?.taken ?? 0;
}

async function thinPeople(database: Database, part: string, most: number, at: Date | null): Promise<number> {
  const rows = await database.$queryRaw<{ taken: number }[]>`
    SELECT app.thin_people(${part}, ${most}::int, coalesce(${at}::timestamptz, now())) AS taken`;
  return rows[0]?.taken ?? 0;
}
