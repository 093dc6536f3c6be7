import type { FileKind } from '#lib/domain/upload/upload-view.ts';
import type { UploadInput } from '#lib/schemas/upload.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { UPLOADERS } from '#lib/server/upload/receive-upload.ts';
import { ownUpload } from '#lib/server/upload/upload-row.ts';

export type UploadAnswer = {
  readonly id: string;
  readonly fileName: string;
  readonly kind: FileKind;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly participantIds: readonly string[];
};

/** The file that was uploaded, with a column of what is wrong. Where nothing was, there is none. */
export const answerOfUpload = defineQuery<UploadInput, UploadAnswer>({
  name: 'upload.answer',
  mandates: UPLOADERS,
  purpose: 'Uppladdade filer med redovisning',
  run: async (tx, { uploadId }, { actor }) => {
    if (actor.kind !== 'person') return null;
    const [answer] = await tx.$queryRaw<UploadAnswer[]>`
      SELECT u.id::text, u.file_name AS "fileName", u.kind, f.answer AS content, u.participant_ids::text[] AS "participantIds"
      FROM upload u JOIN upload_file f ON f.upload_id = u.id
      WHERE u.id = ${uploadId}::uuid AND ${ownUpload(actor.membershipId)} AND u.kind IS NOT NULL AND f.answer IS NOT NULL`;
    return answer ?? null;
  },
  reads: ({ id, participantIds }) => ({ type: 'upload', id, participantIds }),
});
