import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { openCsv } from '#lib/server/import/csv-file.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { writeFaults } from '#lib/server/import/import-faults.ts';
import { loadRefused } from '#lib/server/import/load-refused.ts';
import { knownReferences } from '#lib/server/import/known-references.ts';
import { loadPlacements, previewPlacements } from '#lib/server/import/placements/load-placements.ts';
import type { BatchOutcome } from '#lib/server/import/placements/plan-batch.ts';
import { PLACEMENT_COLUMNS, type PlacementRow } from '#lib/server/import/placements/placement-row.ts';
import { readPlacements } from '#lib/server/import/placements/read-placements.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Rows that one transaction takes; a person's rows are never parted. */
const BATCH_ROWS = 2000;

const LOAD = { kind: 'authority-load' } as const;

type Faults = Map<number, readonly FieldProblem[]>;

/** Imports placements.csv: decisions and choices from the authority's case system. It fails by row. */
export async function importPlacements(run: ImportRun): Promise<ImportOutcome> {
  const database = openDatabase(run.ownerUrl, 2);
  try {
    const csv = await openCsv(run.file, PLACEMENT_COLUMNS);
    const known = await knownReferences(database, run.now);
    const { people, faults, rows } = await readPlacements(csv, known, run.progress);
    const total = await loadAll(database, run, people, faults);
    await writeFaults(run, csv, faults);
    return { rows, ...total, failed: faults.size, ignoredColumns: csv.ignored };
  } finally {
    await database.$disconnect();
  }
}

type Totals = Pick<ImportOutcome, 'created' | 'changed' | 'unchanged'>;

async function loadAll(
  database: Database,
  run: ImportRun,
  people: readonly (readonly PlacementRow[])[],
  faults: Faults,
): Promise<Totals> {
  const preview = run.dryRun || run.allOrNothing;
  const previewed = preview
    ? await inBatches(people, BATCH_ROWS, faults, run, previewer(database, run))
    : null;
  if (previewed !== null && (run.dryRun || faults.size > 0)) {
    return run.dryRun ? previewed : { created: 0, changed: 0, unchanged: 0 };
  }
  // All or nothing is one transaction.
  const size = run.allOrNothing ? Number.POSITIVE_INFINITY : BATCH_ROWS;
  return inBatches(people, size, faults, run, loader(database, run));
}

type Step = (rows: readonly PlacementRow[]) => Promise<BatchOutcome>;

function previewer(database: Database, run: ImportRun): Step {
  const query = previewPlacements(run.portalSecret);
  return async (rows) => {
    const previewed = await ask(query, { rows: [...rows] }, { database, actor: LOAD, now: run.now });
    if (previewed.ok) return previewed.value;
    throw loadRefused(previewed.error);
  };
}

function loader(database: Database, run: ImportRun): Step {
  const command = loadPlacements(run.portalSecret);
  return async (rows) => {
    const execution = { database, actor: LOAD, now: run.now, idempotencyKey: newId() };
    const loaded = await execute(command, { rows }, execution);
    if (loaded.ok) return loaded.value;
    throw loadRefused(loaded.error.problem);
  };
}

async function inBatches(
  people: readonly (readonly PlacementRow[])[],
  size: number,
  faults: Faults,
  run: ImportRun,
  step: Step,
): Promise<Totals> {
  const total = { created: 0, changed: 0, unchanged: 0 };
  const rowsInAll = people.reduce((sum, rows) => sum + rows.length, 0);
  let done = 0;
  for (const batch of batchesOf(people, size)) {
    const outcome = await step(batch);
    total.created += outcome.created;
    total.changed += outcome.changed;
    total.unchanged += outcome.unchanged;
    for (const [row, found] of outcome.faults) faults.set(row, found);
    done += batch.length;
    run.progress(`${done} av ${rowsInAll} rader`);
  }
  return total;
}

function* batchesOf(
  people: readonly (readonly PlacementRow[])[],
  size: number,
): Generator<readonly PlacementRow[]> {
  let batch: PlacementRow[] = [];
  for (const rows of people) {
    batch.push(...rows);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
