import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { DATA_EXTRACT_DAYS, DATA_EXTRACT_ROLES } from '#lib/domain/data-protection/data-extract.ts';
import { dataExtractIdInput } from '#lib/schemas/data-extract.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

const DAY = 86_400_000;

const gone = conflict([], {
  code: 'extractGone',
  title: {
    sv: 'Utdraget är redan hämtat, eller för gammalt. Begär ett nytt.',
    en: 'The extract has been fetched already, or is too old. Ask for a new one.',
  },
});

/** Takes an extract that is ready: once, by whoever asked for it, within a week. */
export const takeDataExtract = defineCommand({
  name: 'dataExtract.fetch',
  mandates: DATA_EXTRACT_ROLES,
  input: dataExtractIdInput,
  async lock(tx, { extractId }: { readonly extractId: string }) {
    const found = await tx.dataExtract.findUnique({ where: { id: extractId } });
    if (found === null) return null;
    const participant = await tx.participant.findUnique({ where: { personId: found.personId } });
    return { ...found, participantId: participant?.id ?? null };
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ state, requestedAt }, _, { now }) =>
    state === 'ready' && now.getTime() < requestedAt.getTime() + DATA_EXTRACT_DAYS * DAY
      ? ok(null)
      : err(gone),
  async write(tx, _, { id, requestedAt, participantId }, { now }) {
    // Of two at the same time one waits here, and then finds nothing that is ready.
    const taken =
      await tx.$executeRaw`UPDATE data_extract SET state = 'fetched', fetched_at = ${now} WHERE id = ${id}::uuid AND state = 'ready'`;
    if (taken !== 1) throw new Error('An extract that was ready is not');
    return { extractId: id, day: requestedAt.toISOString().slice(0, 10), participantId };
  },
  audit: ({ extractId, participantId }) => ({
    type: 'dataExtract',
    id: extractId,
    participantIds: participantId === null ? [] : [participantId],
  }),
});

/** The bytes of an extract that was taken, one stored piece after another; each is gone when it is sent. */
export async function* dataExtractBytes(
  database: Database,
  actor: PersonActor,
  extractId: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let number = 0; ; number += 1) {
    const piece = await inTransaction(database, actor, async (tx) => {
      const [found] = await tx.$queryRaw<{ content: Uint8Array<ArrayBuffer> }[]>`
        DELETE FROM data_extract_chunk WHERE extract_id = ${extractId}::uuid AND number = ${number} RETURNING content`;
      return found?.content ?? null;
    });
    if (piece === null) return;
    yield piece;
  }
}
