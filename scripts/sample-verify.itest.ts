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
  const tables = ['sample_frame', 'sample_cycle', 'report'];
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
