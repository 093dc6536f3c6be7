import { expect, inject } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { createDatabaseFromTemplate } from '#lib/server/db/embedded-postgres.ts';
import { dropDatabase } from '#lib/server/db/postgres-owner.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** When statements are proposed in tests. */
export const NOW = new Date('2026-06-01T09:00:00Z');

/** A database of a test's own, as its owner and as the worker. */
export type RunSetup = { readonly test: TestDatabase; readonly owner: Database; readonly worker: Database };

function opened(test: TestDatabase): RunSetup {
  return { test, owner: openDatabase(test.ownerUrl, 2), worker: openDatabase(test.workerUrl, 3) };
}

export async function openRunSetup(): Promise<RunSetup> {
  const setup = opened(await createTestDatabase());
  await buildReferenceData(setup.owner);
  return setup;
}

export async function closeRunSetup({ test, owner, worker }: RunSetup): Promise<void> {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await test.drop();
}

/** Two of what there was one of, to do the same in both: the first is the database that was given, opened anew. */
export async function cloneRunSetup({
  test,
  owner,
  worker,
}: RunSetup): Promise<readonly [RunSetup, RunSetup]> {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  const { adminUrl } = inject('testCluster');
  const name = new URL(test.ownerUrl).pathname.slice(1);
  await createDatabaseFromTemplate(adminUrl, name, `${name}_clone`);
  const cloned = (url: string): string => url.replace(name, `${name}_clone`);
  const clone: TestDatabase = {
    ownerUrl: cloned(test.ownerUrl),
    appUrl: cloned(test.appUrl),
    workerUrl: cloned(test.workerUrl),
    drop: () => dropDatabase(adminUrl, `${name}_clone`),
  };
  return [opened(test), opened(clone)];
}

export async function newRun(owner: Database, cutOff: string): Promise<string> {
  const id = newId();
  await owner.statementRun.create({ data: { id, cutOff: toUtcDate(plainDate(cutOff)), startedAt: NOW } });
  return id;
}

/** Makes the statements of a new run. Returns its id. */
export async function run(setup: RunSetup, cutOff: string, batchSize = 2): Promise<string> {
  const runId = await newRun(setup.owner, cutOff);
  const outcome = await runStatements({ database: setup.worker, runId, now: () => NOW, batchSize });
  expect(outcome.kind).toBe('proposed');
  return runId;
}
