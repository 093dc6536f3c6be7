import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#lib/server/db/with-client.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { FAULT_CODES, type Planted } from '#prisma/seed/national/plant/planted.ts';
import { PLANTED_FILE, seedNational } from '#prisma/seed/national/seed-national.ts';
import { randomOf } from '#prisma/seed/national/random.ts';
import { PILOT, PILOT_ALL } from '#prisma/seed/national/shape.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const SECRET = 'a secret that only tests know, 32+ characters';
const TODAY = plainDate('2027-03-18');
/** Six hundred placements: enough for the shape, within seconds. */
const SCALE = 0.01;
const dataDir = mkdtempSync(path.join(tmpdir(), 'national-test-'));
let first: TestDatabase;
let list: readonly Planted[];

async function filled(): Promise<{ database: TestDatabase; planted: readonly Planted[] }> {
  const database = await createTestDatabase();
  const run = { ownerUrl: database.ownerUrl, today: TODAY, dataDir, portalSecret: SECRET };
  return { database, planted: await seedNational(run, { seed: 1, scale: SCALE }) };
}

beforeAll(async () => {
  ({ database: first, planted: list } = await filled());
}, 60_000);
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await first.drop();
});

async function query<Row extends object>(sql: string): Promise<Row[]> {
  return withClient(first.ownerUrl, async (client) => (await client.query<Row>(sql)).rows);
}

async function countOf(sql: string): Promise<number> {
  const [counted] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
  return counted?.n ?? 0;
}

/** All content by table; when a change was noticed is no content. */
async function contentOf({ ownerUrl }: TestDatabase): Promise<Readonly<Record<string, string>>> {
  return await withClient(ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND relname NOT IN ('_prisma_migrations', 'office_change') ORDER BY 1`,
    );
    const each = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM "${name}" t`,
    );
    const { rows } = await client.query<{ name: string; hash: string }>(each.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
  });
}

describe('the same seed and day', () => {
  it('give the same content and the same list, to the last id', async () => {
    const again = await filled();
    expect(await contentOf(again.database)).toEqual(await contentOf(first));
    expect(again.planted).toEqual(list);
    await again.database.drop();
  }, 60_000);

  it('give others than another seed', () => {
    const drawn = (seed: number) => Array.from({ length: 5 }, (_, n) => randomOf(seed, `${n}`).int(1, 1000));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });
});

describe('what was planted', () => {
  it('is of every kind, with near misses beside it, and stands in a file that only we can read', () => {
    const kinds = new Set(list.flatMap(({ kind, code }) => (kind === 'fault' ? [code] : [])));
    // Some kinds need an office larger than a small part of the country may have.
    expect(kinds.size).toBeGreaterThanOrEqual(Object.keys(FAULT_CODES).length - 3);
    expect(
      new Set(list.flatMap(({ kind, code }) => (kind === 'nearMiss' ? [code] : []))).size,
    ).toBeGreaterThan(7);
    const file = path.join(dataDir, PLANTED_FILE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(list.length);
  });

  it('is about reports, outcomes and documents that wait, and the database says nothing of it', async () => {
    const { rows } = await withClient(first.ownerUrl, (client) =>
      client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS x (id) WHERE EXISTS (
           SELECT FROM report r WHERE r.id = x.id AND r.status = 'submitted' AND r.month = '2027-02-01'
           UNION ALL SELECT FROM outcome o WHERE o.id = x.id AND o.status = 'submitted'
           UNION ALL SELECT FROM document d WHERE d.id = x.id AND d.status = 'submitted')`,
        [list.map(({ id }) => id)],
      ),
    );
    expect(rows[0]?.n).toBe(list.length);
    const settings = await query<{ key: string }>(`SELECT key FROM portal_setting WHERE key <> 'playedDays'`);
    expect(settings).toEqual([]);
    expect(await countOf('check_finding')).toBe(0);
    expect(await countOf('report WHERE risk > 0 OR holds > 0 OR route_reason IS NOT NULL')).toBe(0);
    for (const table of ['report', 'document', 'outcome', 'activity_entry', 'placement', 'person'])
      expect(await countOf(`"${table}" t WHERE t::text ~* 'planted|nearMiss|fault'`)).toBe(0);
  });
});

describe('the shape of the months', () => {
  const MONTHS = `(SELECT r.id, coalesce(sum(w.minutes) FILTER (WHERE w.activity <> 'ownWork'), 0) AS support
    FROM report r LEFT JOIN report_row w ON w.report_id = r.id GROUP BY r.id) m`;

  it('is the pilot’s: mean hours and share with an hour of each activity, and of all', async () => {
    const rows = await query<{ activity: keyof typeof PILOT; hours: number; share: number }>(
      `SELECT x.activity, (sum(x.minutes) / 60.0 / n.all)::float AS hours, (count(*) FILTER (WHERE x.minutes >= 60) / n.all::float) AS share
       FROM (SELECT report_id, activity, sum(minutes) AS minutes FROM report_row GROUP BY 1, 2) x, (SELECT count(*) AS all FROM report) n
       GROUP BY x.activity, n.all`,
    );
    for (const { activity, hours, share } of rows) {
      const pilot = PILOT[activity];
      if (pilot === undefined) continue;
      expect([activity, Math.abs(hours - mean(pilot.hours)) < 0.45]).toEqual([activity, true]);
      expect([activity, Math.abs(share - mean(pilot.share)) < 0.08]).toEqual([activity, true]);
    }
    const [all] = await query<{ hours: number }>(`SELECT (avg(support) / 60)::float AS hours FROM ${MONTHS}`);
    expect(Math.abs((all?.hours ?? 0) - mean(PILOT_ALL))).toBeLessThan(0.8);
  });

  it('is that of a peak: the first days bring most, and few come late', async () => {
    const sent = "report WHERE submitted_on - (month + interval '1 month')::date";
    const all = await countOf('report');
    expect(await countOf(`${sent} < 3`)).toBeGreaterThan(all * 0.35);
    expect(await countOf(`${sent} > 9`)).toBeLessThan(all * 0.02);
  });
});

describe('the database’s own invariants', () => {
  it('hold for what was written in bulk, with every guard in force', async () => {
    expect(await countOf('report WHERE activity_vector <> app.activity_vector(id)')).toBe(0);
    expect(
      await countOf(`report r JOIN report_row w ON w.report_id = r.id WHERE NOT EXISTS (
        SELECT FROM plan p JOIN plan_activity a ON a.plan_id = p.id WHERE p.placement_id = r.placement_id AND a.activity = w.activity)`),
    ).toBe(0);
    expect(
      await countOf(`attestation a JOIN LATERAL (SELECT count(*) AS reports, sum(r.amount_ore) AS ore FROM report r
        WHERE r.attestation_id = a.id) s ON true WHERE a.report_count <> s.reports OR a.amount_ore <> s.ore`),
    ).toBe(0);
    expect(await countOf(`report WHERE submitted_on > '${TODAY}'`)).toBe(0);
    expect(await countOf(`activity_entry WHERE date > '${TODAY}'`)).toBe(0);
    expect(await countOf(`pg_trigger WHERE tgenabled = 'D'`)).toBe(0);
  });

  it('hold between a month and its log, where there is one', async () => {
    expect(
      await countOf(`report r
        JOIN LATERAL (SELECT sum(w.minutes) AS minutes FROM report_row w WHERE w.report_id = r.id) w ON true
        JOIN LATERAL (SELECT sum(e.minutes) AS minutes FROM activity_entry e
          WHERE e.placement_id = r.placement_id AND date_trunc('month', e.date) = r.month) e ON e.minutes IS NOT NULL
        WHERE w.minutes IS DISTINCT FROM e.minutes`),
    ).toBe(0);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
