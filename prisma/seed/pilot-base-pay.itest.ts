import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { newId } from '#lib/server/ids.ts';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { dataFile } from '#prisma/seed/data-file.ts';
import { importPilotFiles, unpacked } from '#prisma/seed/pilot/import-files.ts';
import { seed } from '#prisma/seed/seed.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const PORTAL_SECRET = 'a secret that only tests know, 32+ characters';
const folder = mkdtempSync(path.join(tmpdir(), 'pilot-test-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { ownerUrl } = database;
  await seed({
    ownerUrl,
    name: 'pilot',
    today: plainDate('2022-05-31'),
    dataDir: folder,
    portalSecret: PORTAL_SECRET,
  });
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

async function query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return withClient(database.ownerUrl, async (client) => (await client.query<Row>(sql, [...values])).rows);
}

/** A file of the pilot as JSON, every cell as it stands. */
async function jsonOf(name: string): Promise<string> {
  const csv = await openCsv(await unpacked(name, folder), { required: [] });
  const rows: Record<string, string>[] = [];
  for await (const row of csv.rows())
    rows.push(Object.fromEntries(csv.columns.map((column) => [column, row.get(column)])));
  return JSON.stringify(rows);
}

/** Everything that an import could have touched. */
const EVERYTHING = `
  SELECT (SELECT count(*)::int FROM provider) AS providers, (SELECT count(*)::int FROM contract) AS contracts,
    (SELECT count(*)::int FROM participant) AS participants, (SELECT count(*)::int FROM decision) AS decisions,
    (SELECT count(*)::int FROM service_period) AS periods, (SELECT count(*)::int FROM placement) AS placements,
    (SELECT count(*)::int FROM report) AS reports, (SELECT count(*)::int FROM report_row) AS rows, (SELECT count(*)::int FROM plan) AS plans,
    (SELECT count(*)::int FROM person WHERE protected) AS protected,
    (SELECT count(*)::int FROM audit_entry WHERE subject_type <> 'importFile') AS audited,
    (SELECT md5(string_agg(x::text, '' ORDER BY x.id)) FROM placement x) AS placed,
    (SELECT md5(string_agg(x::text, '' ORDER BY x.id)) FROM participant x) AS people,
    (SELECT md5(string_agg(x::text, '' ORDER BY x.id)) FROM contract x) AS agreed,
    (SELECT md5(string_agg(x::text, '' ORDER BY x.id)) FROM report x) AS reported`;

test('all of the pilot is in, period 2 with its placement, and nothing changes when it is imported again', async () => {
  const [before] = await query(EVERYTHING);
  // 14 150 placements, 18 of which have no provider yet; 28 272 rows, 72 of which say that nothing was done.
  expect(before).toMatchObject({
    providers: 72,
    contracts: 110,
    participants: 13_054,
    periods: 17_501,
    placements: 14_150 - 18,
    reports: 6244,
    rows: 28_272 - 72,
    protected: 65,
  });
  await importPilotFiles({ ownerUrl: database.ownerUrl, portalSecret: PORTAL_SECRET });
  expect(await query(EVERYTHING)).toEqual([before]);
}, 90_000);

test('a statement run pays the base pay that the files themselves give, to the öre', async () => {
  const runId = newId();
  await query(`INSERT INTO statement_run (id, cut_off, started_at) VALUES ($1, '2022-04-30', now())`, [
    runId,
  ]);
  const worker = openDatabase(database.workerUrl, 2);
  const outcome = await runStatements({ database: worker, runId, now: () => new Date() });
  await worker.$disconnect();
  expect(outcome.kind).toBe('proposed');

  const [rate] = krom.basePay.rates;
  const sql = readFileSync(dataFile('../pilot/base-pay.sql'), 'utf8');
  const [expected] = await query(sql, [
    await jsonOf('placements'),
    await jsonOf('reports'),
    JSON.stringify(rate?.orePerDay),
  ]);
  const [stated] = await query(
    `SELECT count(*)::int AS reports, sum(quantity)::int AS days, sum(amount_ore)::text AS "amountOre" FROM statement_line`,
  );
  expect(stated).toEqual(expected);
}, 90_000);
