import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { loadSampleFile } from '#lib/server/sampling/load-sample-file.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const portalSecret = 'a secret that only tests know, 32+ characters';
const DRAW_DAY = new Date('2026-02-11T05:00:00Z');
const CYCLE = '2026-01/1';
const folder = mkdtempSync(path.join(tmpdir(), 'sample-verify-'));
let world: World;
let file: SampleFile;

/** A cycle of 60 reports of two providers, drawn, decided and closed. */
beforeAll(async () => {
  world = await buildWorld();
  const worker = openDatabase(world.workerUrl, 2);
  await routeReports({ database: worker, now: new Date('2026-01-01T05:00:00Z'), portalSecret });
  const placements = await buildManyPlacements(world.owner, world.office, 50);
  const others = await buildManyPlacements(world.owner, world.elsewhere, 10);
  await buildWaitingReports(world.owner, [...placements, ...others], {
    month: '2026-01',
    submittedOn: '2026-02-03',
  });
  await routeReports({ database: worker, now: DRAW_DAY, portalSecret });
  await world.owner.$executeRaw`INSERT INTO review_decision (id, report_id, decision, decided_at)
    SELECT gen_random_uuid(), report_id, 'approve', ${DRAW_DAY} FROM sample_frame WHERE drawn`;
  await world.owner.report.updateMany({ where: { routeReason: 'sample' }, data: { status: 'approved' } });
  await routeReports({ database: worker, now: DRAW_DAY, portalSecret });
  await worker.$disconnect();
  const { id } = await world.owner.sampleCycle.findFirstOrThrow({
    where: { month: new Date('2026-01-01'), draw: 1 },
  });
  const loaded = await world.owner.$transaction((tx) => loadSampleFile(tx, id, null));
  if (loaded === null) throw new Error('The cycle did not close');
  file = loaded;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

type Run = { readonly status: number; readonly said: string };

function sampleVerify(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const nothing = { DATABASE_URL: '', PORTAL_DATA_DIR: '', RUN_PARENT: '' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/sample-verify.ts', ...args],
      { env: { ...process.env, ...nothing, ...env } },
      (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });
}

const inDatabase = () => sampleVerify([CYCLE], { DATABASE_URL: world.ownerUrl });

/** What is done to the database by somebody whom no guard stops, and undone. */
async function tamperedWith(change: string, undo: string): Promise<Run> {
  const tables = ['sample_frame', 'sample_cycle', 'sample_result', 'report', 'review_decision'];
  const triggers = (what: string) =>
    tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER`).join('; ');
  const run = (sql: string) =>
    withClient(world.ownerUrl, (client) =>
      client.query(`${triggers('DISABLE')}; ${sql}; ${triggers('ENABLE')}`),
    );
  await run(change);
  const verified = await inDatabase();
  await run(undo);
  return verified;
}

describe('npm run sample:verify', () => {
  test('says that a closed cycle is equal, from the database, by its id or its month', async () => {
    const found = await inDatabase();
    expect(found).toMatchObject({ status: 0 });
    expect(found.said).toMatch(/^equal: cycle 2026-01\/1 \(.+\), 60 reports, 4 drawn\n$/);
    expect(await sampleVerify([file.cycle.id], { DATABASE_URL: world.ownerUrl })).toMatchObject({
      status: 0,
    });
  });

  test('says so of its file without a database, and what differs of one that somebody has changed', async () => {
    const where = path.join(folder, 'cycle.json');
    writeFileSync(where, JSON.stringify(file));
    expect(await sampleVerify([CYCLE, '--file', where])).toMatchObject({ status: 0 });
    const [first, ...rest] = file.reports;
    writeFileSync(
      where,
      JSON.stringify({ ...file, reports: [{ ...first, contentHash: 'another' }, ...rest] }),
    );
    const changed = await sampleVerify([CYCLE, '--file', where]);
    expect(changed.status).toBe(1);
    expect(changed.said).toContain('(partDiffers)');
    expect(changed.said).toContain('Differences: 1.');
  });

  test('finds out that the list was changed in the database, and names the report', async () => {
    const { reportId = '', contentHash = '' } = file.reports[0] ?? {};
    const set = (hash: string) =>
      `UPDATE sample_frame SET content_hash = '${hash}' WHERE report_id = '${reportId}'`;
    const { status, said } = await tamperedWith(set('another'), set(contentHash));
    expect(status).toBe(1);
    expect(said).toContain('(partDiffers)');
    expect(said).toContain(`Report ${reportId} is not as it stood`);
  });

  test('finds out that a report was changed since', async () => {
    const { reportId = '', contentHash = '' } = file.reports[1] ?? {};
    const set = (hash: string) => `UPDATE report SET content_hash = '${hash}' WHERE id = '${reportId}'`;
    const { status, said } = await tamperedWith(set('another'), set(contentHash));
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringMatching(/^Report .*\(reportDiffers\)\ndifferent: .*Differences: 1\.\n$/),
    });
  });

  test('finds out that a whole cycle was made up anew: the log remembers it', async () => {
    const { frameHash } = file.cycle;
    const set = (hash: string) =>
      `UPDATE sample_cycle SET frame_hash = '\\x${hash}' WHERE id = '${file.cycle.id}'`;
    const { status, said } = await tamperedWith(set('00'.repeat(32)), set(frameHash));
    expect(status).toBe(1);
    expect(said).toContain('The log has another frameHash of the cycle (sample.draw). (logDiffers)');
  });

  test.each([
    [
      'in which a report is told to be in error',
      `error = 'rejected', error_ore = 1265000`,
      '.*resultDiffers.*errors .*resultsHash ',
      3,
    ],
    [
      'whose error is told to be of another kind',
      `error = 'changed'`,
      '.*resultDiffers.*errors .*resultsHash ',
      3,
    ],
  ])('finds out a result %s', async (_, set, said, differences) => {
    const reportId = file.results[0]?.reportId ?? '';
    const change = (to: string) => `UPDATE sample_result SET ${to} WHERE report_id = '${reportId}'`;
    const found = await tamperedWith(change(set), change('error = NULL, error_ore = 0'));
    expect(found.status).toBe(1);
    expect(found.said).toMatch(new RegExp(`${said}.*Differences: ${differences}\\.`, 's'));
  });

  test('finds out that what was decided is told otherwise, though the log was made up to it', async () => {
    const reportId = file.results[0]?.reportId ?? '';
    const decision = (to: string) => `UPDATE review_decision SET ${to} WHERE report_id = '${reportId}'`;
    const { status, said } = await tamperedWith(
      decision(
        `decision = 'return', reason_code = 'minutes', reason = 'Mötet var kortare.', last_day = '2026-02-10'`,
      ),
      decision(`decision = 'approve', reason_code = NULL, reason = NULL, last_day = NULL`),
    );
    expect({ status, said }).toEqual({
      status: 1,
      said: expect.stringMatching(
        /^Report .* was decided otherwise than its result tells\. \(resultDiffers\)\n.*Differences: 1\./,
      ),
    });
  });

  test('finds out what the rules decided of a report that was drawn, or stood in no draw', async () => {
    const drawn = file.results[0]?.reportId ?? '';
    const byRules = (by: string) => `UPDATE review_decision SET by = '${by}' WHERE report_id = '${drawn}'`;
    const found = await tamperedWith(byRules('rules'), byRules('person'));
    expect(found.said).toContain(`The rules decided report ${drawn}, which did not stand in a draw undrawn.`);
    const undrawn = file.reports.find((report) => !report.drawn)?.reportId ?? '';
    const decidedAt = (at: string) =>
      `UPDATE review_decision SET decided_at = '${at}' WHERE report_id = '${undrawn}'`;
    const early = await tamperedWith(decidedAt('2026-02-10'), decidedAt(DRAW_DAY.toISOString()));
    expect(early.said).toMatch(/^The rules decided .*\(decidedUndrawn\)\n.*Differences: 1\./);
    const [placement] = await buildManyPlacements(world.owner, world.office, 1);
    const [outside = ''] =
      placement === undefined
        ? []
        : await buildWaitingReports(world.owner, [placement], {
            month: '2026-01',
            submittedOn: '2026-03-02',
          });
    const other = await tamperedWith(
      `INSERT INTO review_decision (id, report_id, decision, by, decided_at) VALUES ('${outside}', '${outside}', 'approve', 'rules', now())`,
      `DELETE FROM review_decision WHERE id = '${outside}'`,
    );
    expect(other.said).toContain(`The rules decided report ${outside}, which`);
  });

  test('says in one line what it cannot verify', async () => {
    const open = await sampleVerify(['2026-02/1'], { DATABASE_URL: world.ownerUrl });
    expect(open).toEqual({
      status: 1,
      said: 'Cycle 2026-02/1 is not closed: its secret is told when everything that was drawn is decided.\n',
    });
    expect(await sampleVerify(['2020-01/1'], { DATABASE_URL: world.ownerUrl })).toEqual({
      status: 1,
      said: 'There is no cycle 2020-01/1.\n',
    });
    expect((await sampleVerify([])).said).toContain('Which cycle?');
    expect((await sampleVerify([CYCLE, '--file', path.join(folder, 'none.json')])).said).toContain(
      'cannot be read',
    );
  });
});
