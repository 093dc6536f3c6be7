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
  await worker.upload.updateMany({ where: { id, finishedAt: null }, data: progress });
}

/** The whole file cannot be used, and why. */
export async function storeRefusal(worker: Database, id: string, fault: FileFault, at: Date): Promise<void> {
  await worker.upload.updateMany({
    where: { id, finishedAt: null },
    data: { state: 'refused', fault: JSON.parse(JSON.stringify(fault)), finishedAt: at },
  });
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
    if (answer !== null) await tx.uploadFile.updateMany({ where: { uploadId: id }, data: { answer } });
    await tx.upload.updateMany({
      where: { id, finishedAt: null },
      data: {
        state: 'done',
        taken,
        unchanged,
        leftOut,
        faults: outcome.faults.length,
        remarks: outcome.remarks.length,
        notes: JSON.parse(JSON.stringify(notes)),
        participantIds: [...new Set(participantIds)],
        finishedAt: at,
      },
    });
  });
}
