import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { startJobWorker } from '#lib/server/jobs/job-worker.ts';
import { retryStatementRun } from '#lib/server/statement/retry-statement-run.ts';
import { runDetail } from '#lib/server/statement/run-detail.ts';
import { runPreview } from '#lib/server/statement/run-preview.ts';
import { runProgress } from '#lib/server/statement/run-progress.ts';
import { runsOverview } from '#lib/server/statement/runs-overview.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { startStatementRun } from '#lib/server/statement/start-statement-run.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const NOW = new Date('2026-03-25T09:00:00Z');
let test: TestDatabase;
let owner: Database;
let app: Database;
let worker: Database;
let payer: PersonActor;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 4);
  worker = openDatabase(test.workerUrl, 2);
  await buildReferenceData(owner);
  payer = await buildAuthorityActor(owner, 'payer');
  for (const [name, status] of [
    ['Öberg AB', 'approved'],
    ['Ålund AB', 'submitted'],
  ] as const) {
    const office = await buildOffice(owner, { provider: await buildProvider(owner, { name }) });
    const placement = await buildPlacement(owner, { office, from: '2026-01-02' });
    await buildStoredReport(owner, { placement, month: '2026-01', status });
  }
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await test.drop();
});

async function start(cutOff: string, actor: PersonActor = payer, idempotencyKey: string = newId()) {
  return await execute(startStatementRun, { cutOff }, { database: app, actor, now: NOW, idempotencyKey });
}

async function preview(cutOff: string) {
  return await ask(runPreview, { cutOff: plainDate(cutOff) }, { database: app, actor: payer, now: NOW });
}

async function jobs(): Promise<number> {
  const rows = await owner.$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) AS n FROM pgboss.job WHERE name = 'statement.run'`;
  return Number(rows[0]?.n ?? 0n);
}

it('a preview says what a run would take in, and why it cannot be started', async () => {
  expect(await preview('2026-03-24')).toMatchObject({
    ok: true,
    value: { providers: 2, newReports: 1, awaitingReview: 1, returned: 0, fault: null },
  });
  expect(await preview('2026-03-26')).toMatchObject({ ok: true, value: { fault: 'inFuture' } });
});

it('only a payer starts a run, and not ahead of today', async () => {
  const reviewer = await buildAuthorityActor(owner, 'reviewer');
  expect(await start('2026-03-24', reviewer)).toMatchObject({
    ok: false,
    error: { problem: { code: 'forbidden' } },
  });
  expect(await start('2026-03-26')).toMatchObject({
    ok: false,
    error: { problem: { code: 'cutOffNotPossible', errors: [{ pointer: '/cutOff', code: 'inFuture' }] } },
  });
  expect(await start('24 mars')).toMatchObject({
    ok: false,
    error: { problem: { code: 'invalidInput', errors: [{ pointer: '/cutOff', code: 'notDate' }] } },
  });
  expect(await jobs()).toBe(0);
});

it('a run is started once, whoever clicks and how often', async () => {
  const key = newId();
  const other = await buildAuthorityActor(owner, 'payer');
  const answers = await Promise.all([
    start('2026-03-24', payer, key),
    start('2026-03-24', payer, key),
    start('2026-03-24', other),
    start('2026-03-23', other),
  ]);
  const made = await owner.statementRun.findMany();
  expect(made).toHaveLength(1);
  expect(await jobs()).toBe(1);
  const refused = answers.filter(({ ok }) => !ok);
  for (const answer of refused) {
    expect(answer).toMatchObject({
      error: { problem: { errors: [{ code: expect.stringMatching(/latestUnfinished|notAfterLatest/) }] } },
    });
  }
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(await start('2026-03-25')).toMatchObject({
    error: { problem: { errors: [{ code: 'latestUnfinished' }] } },
  });
});

it('a run that stopped is sent to the worker again, by one who has seen how it stands', async () => {
  const run = await owner.statementRun.findFirstOrThrow();
  await owner.statementRun.update({
    where: { id: run.id },
    data: { failure: JSON.stringify({ code: 'unexpected' }) },
  });
  const retry = async (version: number) =>
    execute(
      retryStatementRun,
      { runId: run.id, version },
      { database: app, actor: payer, now: NOW, idempotencyKey: newId() },
    );
  expect(await retry(run.version + 1)).toMatchObject({ error: { problem: { code: 'conflict' } } });
  expect(await retry(run.version)).toEqual({ ok: true, value: { runId: run.id } });
  expect(await jobs()).toBe(2);
});

it('its statements are listed by Swedish name or by amount, searched by name and number', async () => {
  const [run] = await owner.statementRun.findMany();
  const runId = run?.id ?? '';
  await runStatements({ database: worker, runId, now: () => NOW });
  const asking = { database: app, actor: payer, now: NOW };
  const names = async (q: string, order: 'name' | 'payable') => {
    const answer = await ask(runDetail, { runId, q, order, page: 1 }, asking);
    return answer.ok ? answer.value.statements.items.map(({ provider }) => provider.name) : [];
  };
  expect(await names('', 'name')).toEqual(['Ålund AB', 'Öberg AB']);
  expect(await names('', 'payable')).toEqual(['Öberg AB', 'Ålund AB']);
  expect(await names('ÖBERG', 'name')).toEqual(['Öberg AB']);
  expect(await names('%', 'name')).toEqual([]);
  const orgNo = (await owner.provider.findFirstOrThrow({ where: { name: 'Ålund AB' } })).orgNo;
  expect(await names(`${orgNo.slice(0, 6)}-${orgNo.slice(6)}`, 'name')).toEqual(['Ålund AB']);
  expect(await ask(runProgress, { runId }, asking)).toEqual({
    ok: true,
    value: { state: 'proposed', providersTotal: 2, providersDone: 2 },
  });
  expect(await ask(runsOverview, { page: 1 }, asking)).toMatchObject({
    ok: true,
    value: {
      latest: { state: 'proposed', cutOff: '2026-03-24', statements: 2, netOre: 136_500 },
      next: { cutOff: '2026-04-24', month: '2026-03' },
      runs: { total: 1 },
    },
  });
});

it('the next run comes after the latest, and the worker makes its statements', async () => {
  expect(await start('2026-03-24')).toMatchObject({
    error: { problem: { errors: [{ code: 'notAfterLatest' }] } },
  });
  const started = await start('2026-03-25');
  if (!started.ok) throw new Error(started.error.problem.code);
  const faults: unknown[] = [];
  const jobWorker = await startJobWorker({
    url: test.workerUrl,
    database: worker,
    onError: (error) => faults.push(error),
    pollEverySeconds: 0.5,
  });
  const { runId } = started.value;
  await vi.waitUntil(
    async () => (await owner.statementRun.findUniqueOrThrow({ where: { id: runId } })).finishedAt !== null,
    { timeout: 10_000 },
  );
  await jobWorker.stop();
  expect(faults).toEqual([]);
});
