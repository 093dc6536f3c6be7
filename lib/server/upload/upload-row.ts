import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileNote } from '#lib/domain/upload/file-note.ts';
import type { FileKind, UploadState, UploadSummary } from '#lib/domain/upload/upload-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Month } from '#lib/shared/month.ts';

/** An upload `u` as lists and pages show it. */
export const UPLOAD_COLUMNS = Prisma.sql`u.id::text, u.state, u.rows, u.reports, u.checked, to_char(u.month, 'YYYY-MM') AS month,
  u.file_name AS "fileName", u.size, u.kind, u.replace, u.received_at AS "receivedAt", u.finished_at AS "finishedAt", u.taken,
  u.unchanged, u.left_out AS "leftOut", u.faults, u.remarks, u.fault, u.notes`;

export type UploadRow = Omit<UploadSummary, 'state' | 'kind' | 'month' | 'fault' | 'notes'> & {
  readonly state: UploadState;
  readonly kind: FileKind | null;
  readonly month: Month;
  readonly fault: FileFault | null;
  readonly notes: readonly FileNote[];
};

/** An upload is its maker's own: whom it is asked for by. Row-level security says the same. */
export function ownUpload(membershipId: string): Prisma.Sql {
  return Prisma.sql`u.membership_id = ${membershipId}::uuid`;
}
