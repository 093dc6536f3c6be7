import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';

/** Of a file, so many bytes are in one piece: what a reader costs in memory. */
export const CHUNK_BYTES = 1024 * 1024;

/** A file's bytes, a piece at a time, each asked for as whoever reads it and only when the one before has gone. */
export function fileStream(
  database: Database,
  actor: Actor,
  evidenceId: string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let number = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        number += 1;
        const chunk = await inTransaction(database, actor, (tx) =>
          tx.evidenceChunk.findUnique({ where: { evidenceId_number: { evidenceId, number } } }),
        );
        if (chunk === null) controller.close();
        else controller.enqueue(new Uint8Array(chunk.content));
      },
    },
    { highWaterMark: 0 },
  );
}
