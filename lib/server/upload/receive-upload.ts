import { type ReceiveUploadInput, receiveUploadInput } from '#lib/schemas/upload.ts';
import { type Command, defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { ok } from '#lib/shared/result.ts';

export type ReceivedUpload = { readonly id: string; readonly month: Month };

export const RECEIVE_UPLOAD = 'upload.receive';

/** Who may upload reports: whoever may fill in a month. */
export const UPLOADERS = ['coach', 'reporter', 'signatory'] as const;

/**
 * Keeps a file of reports and has it read. The bytes go beside the input, which knows them by their hash: the same file
 * under the same key is one upload.
 */
export function receiveUpload(
  content: Uint8Array<ArrayBuffer>,
): Command<ReceiveUploadInput, Readonly<Record<string, never>>, null, ReceivedUpload> {
  return defineCommand({
    name: RECEIVE_UPLOAD,
    mandates: UPLOADERS,
    input: receiveUploadInput,
    // What the file says about anybody is held against what there is when it is read.
    lock: async () => ({}),
    version: () => null,
    guard: () => null,
    stepUp: () => null,
    decide: () => ok(null),
    write: async (tx, _change, _state, { actor, now }, { month, ...input }) => {
      const { providerId, locale } = monthActor(actor);
      if (actor.kind !== 'person') throw new Error('Not a person');
      const id = newId();
      await tx.upload.create({
        data: {
          id,
          providerId,
          membershipId: actor.membershipId,
          month: toUtcDate(firstDay(month)),
          locale,
          receivedAt: now,
          ...input,
        },
      });
      await tx.uploadFile.createMany({ data: [{ uploadId: id, given: content }] });
      await sendInTransaction(tx, 'upload.read', { uploadId: id }, { id });
      return { id, month };
    },
    audit: ({ id }, _change, _state, { fileName, size, sha256, replace }) => ({
      type: 'upload',
      id,
      participantIds: [],
      detail: { fileName, size, sha256, replace },
    }),
  });
}
