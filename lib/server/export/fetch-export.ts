import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { EXPORT_HOURS, EXPORT_ROLES, type ExportFormat } from '#lib/domain/export/export-kind.ts';
import { exportIdInput } from '#lib/schemas/export.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

export type TakenExport = { readonly exportId: string; readonly format: ExportFormat; readonly day: string };

const HOUR = 3_600_000;

const gone = conflict([], {
  code: 'exportGone',
  title: {
    sv: 'Filen är redan hämtad, eller för gammal. Gör en ny export.',
    en: 'The file has been fetched already, or is too old. Make a new export.',
  },
});

/** Takes a file that is ready: once, by whoever asked for it, within a day. */
export const takeExport = defineCommand({
  name: 'export.fetch',
  mandates: EXPORT_ROLES,
  input: exportIdInput,
  async lock(tx, { exportId }: { readonly exportId: string }) {
    const rows = await tx.$queryRaw<
      { id: string; state: string; format: ExportFormat; finishedAt: Date | null; requestedAt: Date }[]
    >`
      SELECT id::text, state, format, finished_at AS "finishedAt", requested_at AS "requestedAt"
      FROM export WHERE id = ${exportId}::uuid`;
    return rows[0] ?? null;
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ state, finishedAt }, _, { now }) =>
    state === 'ready' && finishedAt !== null && now.getTime() < finishedAt.getTime() + EXPORT_HOURS * HOUR
      ? ok(null)
      : err(gone),
  async write(tx, __, { id, format, requestedAt }, { now }): Promise<TakenExport> {
    // Of two at the same time one waits here, and then finds nothing that is ready.
    const taken =
      await tx.$executeRaw`UPDATE export SET state = 'fetched', fetched_at = ${now} WHERE id = ${id}::uuid AND state = 'ready'`;
    if (taken !== 1) throw new Error('An export that was ready is not');
    return { exportId: id, format, day: requestedAt.toISOString().slice(0, 10) };
  },
  audit: ({ exportId }) => ({ type: 'export', id: exportId, participantIds: [] }),
});

/** The bytes of a file that was taken, one stored piece after another; each is gone when it is sent. */
export async function* exportBytes(
  database: Database,
  actor: PersonActor,
  exportId: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let number = 0; ; number += 1) {
    const piece = await inTransaction(database, actor, async (tx) => {
      const [found] = await tx.$queryRaw<{ content: Uint8Array<ArrayBuffer> }[]>`
        DELETE FROM export_chunk WHERE export_id = ${exportId}::uuid AND number = ${number} RETURNING content`;
      return found?.content ?? null;
    });
    if (piece === null) return;
    yield piece;
  }
}
