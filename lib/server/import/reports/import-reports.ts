import type { GroupedReport } from '#lib/domain/report/group-reports.ts';
import { LOAD_COLUMNS, REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask, defineQuery } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { writeFaults } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { loadReports, previewReports, type ReportsOutcome } from '#lib/server/import/reports/load-reports.ts';
import { readReports } from '#lib/server/import/reports/read-reports.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Reports that one transaction takes. */
const BATCH = 1000;

const LOAD = { kind: 'authority-load' } as const;

type Faults = Map<number, readonly FieldProblem[]>;
type Totals = Pick<ImportOutcome, 'created' | 'unchanged'>;

/** Imports reports.csv: the authority's own load of history. It fails by report. */
export async function importReports(run: ImportRun): Promise<ImportOutcome> {
  const database = openDatabase(run.ownerUrl, 2);
  try {
    const csv = await openCsv(run.file, {
      required: REPORT_COLUMNS,
      optional: LOAD_COLUMNS.filter((column) => column === 'submitted_on'),
    });
    const options = {
      minuteStep: await askFor(database, run, minuteStep, null),
      loadedOn: plainDateFromDate(run.now),
    };
    const find = (references: readonly string[]) => askFor(database, run, placementsOf, references);
    const { reports, faults, rows } = await readReports(csv, find, options, run.progress);
    const total = await loadAll(database, run, reports, faults);
    await writeFaults(run, csv, faults);
    return { rows, ...total, changed: 0, failed: faults.size, ignoredColumns: csv.ignored };
  } finally {
    await database.$disconnect();
  }
}

async function loadAll(
  database: Database,
  run: ImportRun,
  reports: readonly GroupedReport[],
  faults: Faults,
): Promise<Totals> {
  const status = run.approve ? 'approved' : 'submitted';
  if (run.dryRun || run.allOrNothing) {
    const preview = (batch: readonly GroupedReport[]) =>
      askFor(database, run, previewReports, { reports: batch, status });
    const previewed = await inBatches(reports, BATCH, run, faults, preview);
    if (run.dryRun) return previewed;
    if (faults.size > 0) return { created: 0, unchanged: 0 };
  }
  // All or nothing is one transaction.
  return await inBatches(
    reports,
    run.allOrNothing ? Math.max(1, reports.length) : BATCH,
    run,
    faults,
    async (batch) => {
      const execution = { database, actor: LOAD, now: run.now, idempotencyKey: newId() };
      const loaded = await execute(loadReports, { reports: batch, status }, execution);
      if (loaded.ok) return loaded.value;
      throw new Error(`The reports could not be loaded: ${JSON.stringify(loaded.error.problem)}`);
    },
  );
}

async function inBatches(
  reports: readonly GroupedReport[],
  size: number,
  run: ImportRun,
  faults: Faults,
  step: (batch: readonly GroupedReport[]) => Promise<ReportsOutcome>,
): Promise<Totals> {
  const total = { created: 0, unchanged: 0 };
  for (let done = 0; done < reports.length; done += size) {
    const outcome = await step(reports.slice(done, done + size));
    total.created += outcome.created;
    total.unchanged += outcome.unchanged;
    for (const [row, found] of outcome.faults) faults.set(row, found);
    run.progress(`${Math.min(done + size, reports.length)} av ${reports.length} rapporter`);
  }
  return total;
}

type LoadQuery<Input, Output> = Parameters<typeof ask<Input, Output>>[0];

async function askFor<Input, Output>(
  database: Database,
  run: ImportRun,
  query: LoadQuery<Input, Output>,
  input: Input,
): Promise<Output> {
  const asked = await ask(query, input, { database, actor: LOAD, now: run.now });
  if (asked.ok) return asked.value;
  throw new Error(`${query.name} could not be answered: ${asked.error.code}`);
}

const minuteStep = defineQuery<null, number>({
  name: 'terms.minuteStep',
  mandates: ['authority-load'],
  purpose: 'Inläsning av filer',
  run: async (tx, _, { today }) => (await termsInForce(tx, today)).minuteStep,
  reads: () => null,
});

/** The placements that references lead to. Two references may lead to the same. */
const placementsOf = defineQuery<readonly string[], ReadonlyMap<string, string>>({
  name: 'references.placements',
  mandates: ['authority-load'],
  purpose: 'Inläsning av filer',
  run: async (tx, references) => {
    const rows = await tx.$queryRaw<{ reference: string; placementId: string }[]>`
      SELECT implementation_reference AS reference, placement_id::text AS "placementId" FROM service_period
      WHERE implementation_reference = ANY (${references}::bpchar[]) AND placement_id IS NOT NULL`;
    return new Map(rows.map(({ reference, placementId }) => [reference, placementId]));
  },
  reads: () => null,
});
