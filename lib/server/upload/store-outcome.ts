import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import type { FileKind } from '#lib/domain/upload/upload-view.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Remarked } from '#lib/server/upload/take-reports.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What an upload came to, to be kept. */
export type UploadOutcome = {
  readonly taken: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly faults: readonly FieldProblem[];
  readonly remarks: readonly Remarked[];
  readonly notes: readonly FileNote[];
  readonly participantIds: readonly string[];
  readonly answer: Uint8Array<ArrayBuffer> | null;
};

/** Says how far the reading has come; an upload that has ended stays as it is. */
export async function storeProgress(
  worker: Database,
  id: string,
  progress: {
    readonly state: 'reading' | 'checking';
    readonly kind?: FileKind;
    readonly rows?: number;
    readonly reports?: number;
    readonly checked?: number;
  },
): Promise<void> {
  const { state, kind = null, rows = null, reports = null, checked = null } = progress;
  await worker.$executeRaw`UPDATE upload SET state = ${state}, kind = coalesce(${kind}, kind), rows = coalesce(${rows}::int, rows),
    reports = coalesce(${reports}::int, reports), checked = coalesce(${checked}::int, checked)
    WHERE id = ${id}::uuid AND finished_at IS NULL`;
}

/** The whole file cannot be used, and why. */
export async function storeRefusal(worker: Database, id: string, fault: FileFault, at: Date): Promise<void> {
  await worker.$executeRaw`UPDATE upload SET state = 'refused', fault = ${JSON.stringify(fault)}::jsonb,
    finished_at = ${at.toISOString()}::timestamptz WHERE id = ${id}::uuid AND finished_at IS NULL`;
}

/** Keeps what came of an upload, all at once. */
export async function storeOutcome(
  worker: Database,
  id: string,
  outcome: UploadOutcome,
  at: Date,
): Promise<void> {
  const problems = [
    ...outcome.faults.map((fault) => ({ ...fault, severity: 'block' })),
    ...outcome.remarks,
  ].map(({ severity, row, column, code, message, fix }, index) => ({
    number: index + 1,
    severity,
    row: row ?? null,
    column: column ?? null,
    code,
    message,
    fix: fix ?? '',
  }));
  const { taken, unchanged, leftOut, notes, participantIds, answer } = outcome;
  await worker.$transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM upload_problem WHERE upload_id = ${id}::uuid`;
    await tx.$executeRaw`INSERT INTO upload_problem (upload_id, number, severity, "row", "column", code, message, fix)
      SELECT ${id}::uuid, number, severity, "row", "column", code, message, fix FROM jsonb_to_recordset(${JSON.stringify(problems)}::jsonb)
        AS x (number int, severity text, "row" int, "column" text, code text, message text, fix text)`;
    if (answer !== null)
      await tx.$executeRaw`UPDATE upload_file SET answer = ${answer} WHERE upload_id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE upload SET state = 'done', taken = ${taken}, unchanged = ${unchanged}, left_out = ${leftOut},
      faults = ${outcome.faults.length}, remarks = ${outcome.remarks.length}, notes = ${JSON.stringify(notes)}::jsonb,
      participant_ids = ${[...new Set(participantIds)]}::uuid[], finished_at = ${at.toISOString()}::timestamptz
      WHERE id = ${id}::uuid AND finished_at IS NULL`;
  });
}
