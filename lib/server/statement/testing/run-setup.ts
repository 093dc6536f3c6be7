import { expect } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** When statements are proposed in tests. */
export const NOW = new Date('2026-06-01T09:00:00Z');

/** A database of a test's own, as its owner and as the worker. */
export type RunSetup = { readonly test: TestDatabase; readonly owner: Database; readonly worker: Database };

export async function openRunSetup(): Promise<RunSetup> {
  const test = await createTestDatabase();
  const owner = openDatabase(test.ownerUrl, 2);
  await buildReferenceData(owner);
  return { test, owner, worker: openDatabase(test.workerUrl, 3) };
}

export async function closeRunSetup({ test, owner, worker }: RunSetup): Promise<void> {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await test.drop();
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
