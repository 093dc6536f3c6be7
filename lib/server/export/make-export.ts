import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type ExportFormat, type ExportKind, exportKindsOf } from '#lib/domain/export/export-kind.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { exportSource } from '#lib/server/export/export-source.ts';
import type { ExportRow, ExportTables } from '#lib/server/export/export-tables.ts';
import { writeExport } from '#lib/server/export/export-writer.ts';
import { findUploadActor } from '#lib/server/upload/upload-actor.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Rows that are read at a time: what is held in memory, whatever there is. */
const BATCH = 500;
const CHUNK_BYTES = 256 * 1024;
/** Participants that one entry of the log names. */
const NAMED = 500;
const LONGEST_MILLISECONDS = 30 * 60_000;

export type Making = {
  /** As the worker's role: the export itself. */
  readonly worker: Database;
  /** As the app's role: what is read, under the row-level security of whoever asked for it. */
  readonly app: Database;
  readonly now: () => Date;
};

type Asked = {
  readonly id: string;
  readonly providerId: string;
  readonly membershipId: string;
  readonly format: ExportFormat;
  readonly kinds: readonly ExportKind[];
  readonly since: Date | null;
  readonly until: Date;
  readonly requestedAt: Date;
};

/** What has been read, for the log and for the page that shows how far it is. */
type Tally = {
  done: number;
  readonly counts: Partial<Record<ExportKind, number>>;
  readonly participants: Set<string>;
};

/**
 * Makes the file that somebody asked for, as they are on the day: with the role and offices that they have then. Doing it again
 * after an interruption begins anew. One snapshot for each table; bounded memory.
 */
export async function makeExport(id: string, { worker, app, now }: Making): Promise<void> {
  const [asked] = await worker.$queryRaw<Asked[]>`
    SELECT id::text, provider_id::text AS "providerId", membership_id::text AS "membershipId", format, kinds, since, until,
      requested_at AS "requestedAt" FROM export WHERE id = ${id}::uuid AND state IN ('waiting', 'running')`;
  if (asked === undefined) return;
  const made = { id, membershipId: asked.membershipId, locale: 'sv', receivedAt: asked.requestedAt };
  const actor = await findUploadActor(worker, made, plainDateFromDate(now()));
  const may = new Set(actor === null ? [] : exportKindsOf(actor.role));
  if (actor === null || !asked.kinds.every((kind) => may.has(kind)))
    return await endExport(worker, id, 'failed', now());
  await worker.$executeRaw`DELETE FROM export_chunk WHERE export_id = ${id}::uuid`;
  const tally: Tally = { done: 0, counts: {}, participants: new Set() };
  const bytes = await inTransaction(
    app,
    actor,
    async (tx) => {
      await countRows(tx, asked, worker);
      const written = await storeChunks(
        worker,
        asked,
        writeExport(asked.format, tablesOf(tx, asked, actor, tally)),
        tally,
      );
      await logReading(tx, asked, actor, tally);
      return written;
    },
    LONGEST_MILLISECONDS,
  );
  await worker.$executeRaw`UPDATE export SET state = 'ready', finished_at = ${now()}, bytes = ${bytes}, rows_done = ${tally.done},
    counts = ${JSON.stringify(tally.counts)}::jsonb WHERE id = ${id}::uuid AND state = 'running'`;
}

async function endExport(worker: Database, id: string, state: 'failed', at: Date): Promise<void> {
  await worker.$executeRaw`UPDATE export SET state = ${state}, finished_at = ${at} WHERE id = ${id}::uuid`;
}

async function countRows(tx: Tx, asked: Asked, worker: Database): Promise<void> {
  const counted = asked.kinds.map(
    (kind) => Prisma.sql`(SELECT count(*) FROM (${exportSource(kind, asked)}) x)`,
  );
  const [total] = await tx.$queryRaw<
    { count: number }[]
  >`SELECT (${Prisma.join(counted, ' + ')})::int AS count`;
  await worker.$executeRaw`UPDATE export SET state = 'running', rows_total = ${total?.count ?? 0} WHERE id = ${asked.id}::uuid`;
}

function tablesOf(tx: Tx, asked: Asked, actor: ProviderActor, tally: Tally): ExportTables {
  return {
    about: {
      provider: actor.providerName,
      since: asked.since?.toISOString() ?? null,
      until: asked.until.toISOString(),
    },
    kinds: asked.kinds,
    rowsOf: (kind) => readTable(tx, kind, asked, tally),
  };
}

async function* readTable(
  tx: Tx,
  kind: ExportKind,
  asked: Asked,
  tally: Tally,
): AsyncGenerator<readonly ExportRow[]> {
  await tx.$executeRaw`DECLARE export_rows NO SCROLL CURSOR FOR ${exportSource(kind, asked)}`;
  tally.counts[kind] = 0;
  for (;;) {
    const rows = await tx.$queryRaw<
      { values: ExportRow; participant: string }[]
    >`FETCH ${Prisma.raw(String(BATCH))} FROM export_rows`;
    if (rows.length === 0) break;
    for (const { participant } of rows) tally.participants.add(participant);
    tally.done += rows.length;
    tally.counts[kind] = (tally.counts[kind] ?? 0) + rows.length;
    yield rows.map(({ values }) => values);
  }
  await tx.$executeRaw`CLOSE export_rows`;
}

async function storeChunks(
  worker: Database,
  { id }: Asked,
  pieces: AsyncIterable<Buffer>,
  tally: Tally,
): Promise<number> {
  let [number, bytes, held] = [0, 0, 0];
  let kept: Buffer[] = [];
  const store = async (): Promise<void> => {
    const content = new Uint8Array(Buffer.concat(kept));
    await worker.$executeRaw`INSERT INTO export_chunk (export_id, number, content) VALUES (${id}::uuid, ${number}, ${content})`;
    await worker.$executeRaw`UPDATE export SET rows_done = ${tally.done} WHERE id = ${id}::uuid`;
    number += 1;
    kept = [];
    held = 0;
  };
  for await (const piece of pieces) {
    kept.push(piece);
    held += piece.length;
    bytes += piece.length;
    if (held >= CHUNK_BYTES) await store();
  }
  if (held > 0) await store();
  return bytes;
}

/** Each participant can see that their data was taken out, by whom and why. */
async function logReading(
  tx: Tx,
  asked: Asked,
  actor: ProviderActor,
  { counts, participants }: Tally,
): Promise<void> {
  const all = [...participants];
  const detail = {
    counts,
    format: asked.format,
    since: asked.since?.toISOString() ?? null,
    participants: all.length,
  };
  for (let at = 0; at < all.length || at === 0; at += NAMED) {
    await writeAudit(tx, {
      actor,
      action: 'export.make',
      outcome: 'read',
      purpose: 'Leverantörens export av sina egna uppgifter',
      subject: { type: 'export', id: asked.id, participantIds: all.slice(at, at + NAMED), detail },
    });
  }
}
