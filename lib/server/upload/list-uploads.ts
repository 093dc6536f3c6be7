import type { UploadSummary } from '#lib/domain/upload/upload-view.ts';
import type { ListUploadsInput } from '#lib/schemas/upload.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { UPLOADERS } from '#lib/server/upload/receive-upload.ts';
import { ownUpload, UPLOAD_COLUMNS, type UploadRow } from '#lib/server/upload/upload-row.ts';
import { firstDay } from '#lib/shared/month.ts';

const LATEST = 20;

/** The latest files that somebody has uploaded from a month's page. Names of files and numbers: nobody's data. */
export const listUploads = defineQuery<ListUploadsInput, readonly UploadSummary[]>({
  name: 'upload.list',
  mandates: UPLOADERS,
  purpose: 'Uppladdade filer med redovisning',
  run: async (tx, { month }, { actor }) => {
    if (actor.kind !== 'person') return null;
    return await tx.$queryRaw<UploadRow[]>`
      SELECT ${UPLOAD_COLUMNS} FROM upload u
      WHERE ${ownUpload(actor.membershipId)} AND u.month = ${firstDay(month)}::date ORDER BY u.received_at DESC LIMIT ${LATEST}`;
  },
  reads: () => null,
});
