import type { UploadProgress } from '#lib/domain/upload/upload-view.ts';
import type { UploadInput } from '#lib/schemas/upload.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { UPLOADERS } from '#lib/server/upload/receive-upload.ts';
import { ownUpload } from '#lib/server/upload/upload-row.ts';

/** How far the reading of an upload has come: numbers alone. */
export const uploadProgress = defineQuery<UploadInput, UploadProgress>({
  name: 'upload.progress',
  mandates: UPLOADERS,
  purpose: 'Uppladdade filer med redovisning',
  run: async (tx, { uploadId }, { actor }) => {
    if (actor.kind !== 'person') return null;
    const [progress] = await tx.$queryRaw<UploadProgress[]>`
      SELECT u.id::text, u.state, u.rows, u.reports, u.checked FROM upload u
      WHERE u.id = ${uploadId}::uuid AND ${ownUpload(actor.membershipId)}`;
    return progress ?? null;
  },
  reads: () => null,
});
