import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type GroupedReport, groupReports } from '#lib/domain/report/group-reports.ts';
import { referencesOf } from '#lib/domain/report/parse-reports.ts';
import type { ReadRow } from '#lib/domain/report/read-row.ts';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import { findColumns, type FoundColumns } from '#lib/domain/upload/find-columns.ts';
import { readTable, type ReadTable } from '#lib/domain/upload/read-table.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { FileTable } from '#lib/server/files/read-file.ts';
import { readInThread } from '#lib/server/files/read-in-thread.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { keyOf } from '#lib/server/report/placement-months.ts';
import { answerFile } from '#lib/server/upload/answer-file.ts';
import { uploadGround, type UploadGround } from '#lib/server/upload/find-placements.ts';
import { leftOutRows } from '#lib/server/upload/left-out-rows.ts';
import { findUpload, givenFile } from '#lib/server/upload/find-upload.ts';
import { storeOutcome, storeProgress, storeRefusal } from '#lib/server/upload/store-outcome.ts';
import { type TakenReports, takeReports } from '#lib/server/upload/take-reports.ts';
import { findUploadActor } from '#lib/server/upload/upload-actor.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Reports that one transaction takes. */
const BATCH = 500;

export type Reading = {
  /** As the worker's role: the upload itself. */
  readonly worker: Database;
  /** As the app's role: what is taken in, under the row-level security of whoever uploaded it. */
  readonly app: Database;
  readonly now: () => Date;
};

type Upload = { readonly id: string; readonly replace: boolean };

/**
 * Reads an upload, takes in what is right and keeps what is wrong. Doing it again after an interruption gives the same:
 * each batch is done once under its key, and what came of it is stored at the end.
 */
export async function readUpload(id: string, { worker, app, now }: Reading): Promise<void> {
  const upload = await findUpload(worker, id);
  if (upload === null) return;
  const actor = await findUploadActor(worker, upload, plainDateFromDate(now()));
  if (actor === null) return await storeRefusal(worker, id, { code: 'roleEnded', facts: {} }, now());
  await storeProgress(worker, id, { state: 'reading' });
  const table = await readInThread(await givenFile(worker, id));
  const columns = table.ok ? usableColumns(table.value) : table;
  if (!table.ok || !columns.ok) {
    const fault = table.ok ? (columns.ok ? null : columns.error) : table.error;
    if (fault !== null) await storeRefusal(worker, id, fault, now());
    return;
  }
  await storeProgress(worker, id, {
    state: 'checking',
    kind: table.value.kind,
    rows: table.value.rows.length,
  });
  await takeTable(upload, table.value, columns.value, { worker, app, now, actor });
}

function usableColumns({ header, rows }: FileTable): Result<FoundColumns, FileFault> {
  const columns = findColumns(header);
  const { missing, double, unknown } = columns;
  if (missing.length > 0) return err({ code: 'columnsMissing', facts: { names: missing, unknown } });
  if (double.length > 0) return err({ code: 'columnsDouble', facts: { names: double } });
  return rows.length === 0 ? err({ code: 'rowsNone', facts: {} }) : ok(columns);
}

type Taking = Reading & { readonly actor: ProviderActor };

async function takeTable(
  upload: Upload,
  table: FileTable,
  columns: FoundColumns,
  taking: Taking,
): Promise<void> {
  const { actor, worker, now } = taking;
  const { locale } = monthActor(actor);
  // Which references there are does not hang on the unit of time, which is asked for together with them.
  const read = readTable(table, columns, { minuteStep: 1, locale });
  const ground = await groundOf(read.rows, taking);
  const options = { minuteStep: ground.minuteStep, locale };
  const { rows, notes }: ReadTable = readTable(table, columns, options);
  const placementOf = (reference: string): string | null => ground.placements.get(reference) ?? null;
  const { reports, faults } = groupReports(rows, placementOf, options);
  const taken = await takeAll(upload, reports, taking);
  const right = new Set(taken.right);
  const left = leftOutRows(
    rows,
    reports.filter((report) => right.has(keyOf(report))),
    placementOf,
  );
  const all = [...faults, ...taken.faults].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const answer = all.length === 0 ? null : await answerFile(table, left.withNeighbours(all, locale), locale);
  await storeOutcome(
    worker,
    upload.id,
    { ...taken, faults: all, leftOut: left.reports, notes: [...table.notes, ...notes], answer },
    now(),
  );
}

async function groundOf(rows: readonly ReadRow[], { app, actor, now }: Taking): Promise<UploadGround> {
  const ground = await ask(uploadGround, referencesOf(rows), { database: app, actor, now: now() });
  if (ground.ok) return ground.value;
  throw new Error(`An upload could not be read: ${ground.error.code}`);
}

async function takeAll(
  { id, replace }: Upload,
  reports: readonly GroupedReport[],
  { worker, app, actor, now }: Taking,
): Promise<TakenReports> {
  const batches: TakenReports[] = [];
  await storeProgress(worker, id, { state: 'checking', reports: reports.length });
  for (let done = 0; done < reports.length; done += BATCH) {
    const batch = reports.slice(done, done + BATCH);
    const result = await execute(
      takeReports,
      { uploadId: id, replace, reports: batch },
      { database: app, actor, now: now(), idempotencyKey: `upload:${id}:${hashOf(batch).toString('hex')}` },
    );
    if (!result.ok) throw new Error(`Reports of an upload were not taken: ${result.error.problem.code}`);
    batches.push(result.value);
    await storeProgress(worker, id, { state: 'checking', checked: done + batch.length });
  }
  return {
    taken: batches.reduce((sum, { taken }) => sum + taken, 0),
    unchanged: batches.reduce((sum, { unchanged }) => sum + unchanged, 0),
    right: batches.flatMap(({ right }) => right),
    faults: batches.flatMap(({ faults }) => faults),
    remarks: batches.flatMap(({ remarks }) => remarks),
    participantIds: batches.flatMap(({ participantIds }) => participantIds),
  };
}
