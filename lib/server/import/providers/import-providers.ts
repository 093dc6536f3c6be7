import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { type CsvFile, openCsv } from '#lib/server/import/csv-file.ts';
import { writeFaults } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { loadRefused } from '#lib/server/import/load-refused.ts';
import { knownReferences } from '#lib/server/import/known-references.ts';
import {
  loadProviders,
  previewProviders,
  type ProvidersOutcome,
} from '#lib/server/import/providers/load-providers.ts';
import {
  PROVIDER_COLUMNS,
  type ProviderRow,
  readProviderRow,
} from '#lib/server/import/providers/provider-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Faults = Map<number, readonly FieldProblem[]>;

/** Imports providers.csv: contracts with their providers and main offices, in one transaction. It fails by row. */
export async function importProviders(run: ImportRun): Promise<ImportOutcome> {
  const database = openDatabase(run.ownerUrl, 2);
  try {
    const csv = await openCsv(run.file, PROVIDER_COLUMNS);
    const { deliveryAreas } = await knownReferences(database, run.now);
    const faults: Faults = new Map();
    const { rows, read } = await readProviders(csv, deliveryAreas, faults);
    const previewed = await preview(database, run, read);
    for (const [row, found] of previewed.faults) faults.set(row, found);
    const stored =
      run.dryRun || (run.allOrNothing && faults.size > 0) ? null : await load(database, run, read);
    await writeFaults(run, csv, faults);
    const nothing = { created: 0, changed: 0, unchanged: 0 };
    const { created, changed, unchanged } = stored ?? (run.dryRun ? previewed : nothing);
    run.progress(`${rows} av ${rows} rader`);
    return { rows, created, changed, unchanged, failed: faults.size, ignoredColumns: csv.ignored };
  } finally {
    await database.$disconnect();
  }
}

async function readProviders(
  csv: CsvFile,
  deliveryAreas: ReadonlySet<string>,
  faults: Faults,
): Promise<{ readonly rows: number; readonly read: readonly ProviderRow[] }> {
  const rowOf = new Map<string, number>();
  const right: ProviderRow[] = [];
  let rows = 0;
  for await (const row of csv.rows()) {
    rows += 1;
    const read = readProviderRow(row, deliveryAreas);
    const kaNumber = row.get('ka_number');
    const earlier = rowOf.get(kaNumber);
    const found = [
      ...(read.ok ? [] : read.error),
      ...(earlier === undefined ? [] : [twice(row.row, kaNumber, earlier)]),
    ];
    if (earlier === undefined && kaNumber !== '') rowOf.set(kaNumber, row.row);
    if (read.ok && found.length === 0) right.push(read.value);
    else faults.set(row.row, found);
  }
  return { rows, read: right };
}

function twice(row: number, kaNumber: string, earlier: number): FieldProblem {
  return {
    pointer: '/ka_number',
    row,
    column: 'ka_number',
    code: 'duplicateKaNumber',
    message: `KA-numret ${kaNumber} står redan på rad ${earlier}.`,
    fix: 'Ta bort den ena raden.',
  };
}

async function preview(
  database: Database,
  run: ImportRun,
  rows: readonly ProviderRow[],
): Promise<ProvidersOutcome> {
  const asked = await ask(
    previewProviders,
    { rows: [...rows] },
    { database, actor: { kind: 'authority-load' }, now: run.now },
  );
  if (asked.ok) return asked.value;
  throw loadRefused(asked.error);
}

async function load(
  database: Database,
  run: ImportRun,
  rows: readonly ProviderRow[],
): Promise<ProvidersOutcome> {
  const execution = {
    database,
    actor: { kind: 'authority-load' } as const,
    now: run.now,
    idempotencyKey: newId(),
  };
  const loaded = await execute(loadProviders, { rows }, execution);
  if (loaded.ok) return loaded.value;
  throw loadRefused(loaded.error.problem);
}
