import { identityHasher } from '#lib/server/crypto/identity-hash.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { type CsvFile, openCsv } from '#lib/server/import/csv-file.ts';
import { writeFaults } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { INCOME_COLUMNS, readIncomeRow } from '#lib/server/import/income/income-row.ts';
import {
  type IncomeOutcome,
  loadIncome,
  type PaidMonth,
  previewIncome,
} from '#lib/server/import/income/load-income.ts';
import { loadRefused } from '#lib/server/import/load-refused.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Rows that one transaction takes, and all that is held of a file at a time. */
const BATCH = 2000;

const LOAD = { kind: 'authority-load' } as const;

type Step = (months: readonly PaidMonth[]) => Promise<IncomeOutcome>;
type Passed = IncomeOutcome & {
  readonly rows: number;
  readonly faults: ReadonlyMap<number, readonly FieldProblem[]>;
};

/**
 * Imports an income file: who was paid by which employer in which month. It fails by row and is read row by row, however long it
 * is. Rows about nobody's outcome leave nothing behind.
 */
export async function importIncome(run: ImportRun): Promise<ImportOutcome> {
  const database = openDatabase(run.ownerUrl, 2);
  try {
    const csv = await openCsv(run.file, INCOME_COLUMNS);
    const passed = await loadAll(database, csv, run);
    const { rows, created, unchanged, faults } = passed;
    await writeFaults(run, csv, faults);
    const unmatched = rows - faults.size - created - unchanged;
    return {
      rows,
      created,
      changed: 0,
      unchanged,
      failed: faults.size,
      unmatched,
      ignoredColumns: csv.ignored,
    };
  } finally {
    await database.$disconnect();
  }
}

async function loadAll(database: Database, csv: CsvFile, run: ImportRun): Promise<Passed> {
  if (!run.dryRun && !run.allOrNothing) return await passThrough(csv, run, loader(database, run));
  const previewed = await passThrough(csv, run, previewer(database, run));
  if (run.dryRun) return previewed;
  if (previewed.faults.size > 0) return { ...previewed, created: 0, unchanged: 0 };
  return await passThrough(csv, run, loader(database, run));
}

function previewer(database: Database, { now }: ImportRun): Step {
  return async (months) => {
    const previewed = await ask(previewIncome, { months }, { database, actor: LOAD, now });
    if (previewed.ok) return previewed.value;
    throw loadRefused(previewed.error);
  };
}

function loader(database: Database, { now }: ImportRun): Step {
  return async (months) => {
    const execution = { database, actor: LOAD, now, idempotencyKey: newId() };
    const loaded = await execute(loadIncome, { months }, execution);
    if (loaded.ok) return loaded.value;
    throw loadRefused(loaded.error.problem);
  };
}

async function passThrough(csv: CsvFile, run: ImportRun, step: Step): Promise<Passed> {
  const hash = identityHasher(run.portalSecret);
  const today = plainDateFromDate(run.now);
  const faults = new Map<number, readonly FieldProblem[]>();
  const total = { rows: 0, created: 0, unchanged: 0 };
  let batch: PaidMonth[] = [];
  const flush = async (): Promise<void> => {
    const { created, unchanged } = await step(batch);
    total.created += created;
    total.unchanged += unchanged;
    batch = [];
    run.progress(`${total.rows} rader`);
  };
  for await (const row of csv.rows()) {
    total.rows += 1;
    const read = readIncomeRow(row, today);
    if (!read.ok) {
      faults.set(row.row, read.error);
      continue;
    }
    const { identityNumber, organisationNumber, month, isPaid } = read.value;
    if (!isPaid) continue;
    batch.push({
      row: row.row,
      identityHash: hash(identityNumber).toString('hex'),
      organisationNumber,
      month,
    });
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return { ...total, faults };
}
