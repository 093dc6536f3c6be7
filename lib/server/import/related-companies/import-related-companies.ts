import type { RelatedCompanyRow } from '#lib/domain/related-company/plan-related-companies.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { writeFaults } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { loadRefused } from '#lib/server/import/load-refused.ts';
import {
  loadRelatedCompanies,
  previewRelatedCompanies,
} from '#lib/server/import/related-companies/load-related-companies.ts';
import {
  readRelatedCompanyRow,
  RELATED_COMPANY_COLUMNS,
} from '#lib/server/import/related-companies/related-company-row.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Imports companies related to providers, in one transaction. It fails by row. */
export async function importRelatedCompanies(run: ImportRun): Promise<ImportOutcome> {
  const database = openDatabase(run.ownerUrl, 2);
  const load = { database, actor: { kind: 'authority-load' }, now: run.now } as const;
  try {
    const csv = await openCsv(run.file, RELATED_COMPANY_COLUMNS);
    const faults = new Map<number, readonly FieldProblem[]>();
    const rows: RelatedCompanyRow[] = [];
    for await (const row of csv.rows()) {
      const read = readRelatedCompanyRow(row, plainDateFromDate(run.now));
      if (read.ok) rows.push(read.value);
      else faults.set(row.row, read.error);
    }
    const total = rows.length + faults.size;
    const previewed = await ask(previewRelatedCompanies, { rows }, load);
    if (!previewed.ok) throw loadRefused(previewed.error);
    for (const [row, found] of previewed.value.faults) faults.set(row, found);
    await writeFaults(run, csv, faults);
    const counted = { rows: total, failed: faults.size, ignoredColumns: csv.ignored };
    run.progress(`${total} av ${total} rader`);
    if (run.dryRun) return { ...countsOf(previewed.value), ...counted };
    if (run.allOrNothing && faults.size > 0) return { created: 0, changed: 0, unchanged: 0, ...counted };
    const loaded = await execute(loadRelatedCompanies, { rows }, { ...load, idempotencyKey: newId() });
    if (!loaded.ok) throw loadRefused(loaded.error.problem);
    return { ...countsOf(loaded.value), ...counted };
  } finally {
    await database.$disconnect();
  }
}

const countsOf = ({
  created,
  changed,
  unchanged,
}: Pick<ImportOutcome, 'created' | 'changed' | 'unchanged'>) => ({
  created,
  changed,
  unchanged,
});
