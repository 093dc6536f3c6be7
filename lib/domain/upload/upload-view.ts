import type { Severity } from '#lib/domain/report/check.ts';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import type { Month } from '#lib/shared/month.ts';

/** `waiting` for the worker · `reading` the file · `checking` its reports · `done` · `refused`: the whole file cannot be used. */
export const UPLOAD_STATES = ['waiting', 'reading', 'checking', 'done', 'refused'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];
export type FileKind = 'xlsx' | 'csv';

/** How far an upload has come. Counts are of reports, but for `rows`. */
export type UploadProgress = {
  readonly id: string;
  readonly state: UploadState;
  readonly rows: number;
  readonly reports: number;
  readonly checked: number;
};

/** What an upload came to. */
export type UploadSummary = UploadProgress & {
  /** The month from whose page it was uploaded. */
  readonly month: Month;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: FileKind | null;
  readonly replace: boolean;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  /** Reports that were stored as drafts. */
  readonly taken: number;
  /** Reports that were there already, the same. */
  readonly unchanged: number;
  /** Reports that were left out. */
  readonly leftOut: number;
  /** Everything that is wrong. */
  readonly faults: number;
  readonly remarks: number;
  readonly fault: FileFault | null;
  readonly notes: readonly FileNote[];
};

/** One fault, or one remark that goes with a report to review, at its place in the file. */
export type UploadProblem = {
  readonly number: number;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

export type UploadView = {
  readonly upload: UploadSummary;
  readonly problems: readonly UploadProblem[];
  /** Of the problems that the filter leaves. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};

export function isEnded(state: UploadState): boolean {
  return state === 'done' || state === 'refused';
}
