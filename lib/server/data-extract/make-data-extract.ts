import { identitySeal } from '#lib/server/crypto/protected-identity.ts';
import { extractJson, extractPage, type ReadTable } from '#lib/server/data-extract/extract-page.ts';
import {
  bytesOf,
  type ExtractOf,
  type ExtractRow,
  readFileBytes,
  readRows,
  tablesOf,
} from '#lib/server/data-extract/extract-source.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { streamZip, type ZipPart } from '#lib/server/export/stream-zip.ts';

/** The page that people read, in the archive. */
const PAGE = 'registerutdrag.html';
const CHUNK_BYTES = 256 * 1024;
const LONGEST_MILLISECONDS = 10 * 60_000;

export type MakingExtract = {
  /** As the worker's role, which reads through the database's own function alone. */
  readonly worker: Database;
  readonly now: () => Date;
  readonly portalSecret: string;
};

/** Makes the extract that somebody asked for, by the register. Doing it again after an interruption begins anew. One snapshot; bounded memory. */
export async function makeDataExtract(
  id: string,
  { worker, now, portalSecret }: MakingExtract,
): Promise<void> {
  const ofs: readonly ExtractOf[] = ['own', 'hand'];
  const total = ofs.flatMap((of) => tablesOf(of)).length;
  const begun = await worker.$executeRaw`
    UPDATE data_extract SET state = 'running', tables_total = ${total} WHERE id = ${id}::uuid AND state IN ('waiting', 'running')`;
  if (begun !== 1) return;
  await worker.$executeRaw`DELETE FROM data_extract_chunk WHERE extract_id = ${id}::uuid`;
  const tally = { rows: 0 };
  const bytes = await worker.$transaction(
    async (tx) => {
      const tables = ofs.flatMap((of) =>
        tablesOf(of).map(
          (table): ReadTable => ({ table, of, rows: () => opened(tx, id, table.table, of, portalSecret) }),
        ),
      );
      return await storeChunks(worker, id, streamZip(partsOf(tx, id, tables, tally)), tally);
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MILLISECONDS, maxWait: 30_000 },
  );
  await worker.$executeRaw`UPDATE data_extract SET state = 'ready', finished_at = ${now()}, bytes = ${bytes}, rows = ${tally.rows},
    tables_done = tables_total WHERE id = ${id}::uuid AND state = 'running'`;
}

/** What is sealed is opened for the one person whom it is about. */
async function* opened(
  tx: Tx,
  id: string,
  table: string,
  of: ExtractOf,
  portalSecret: string,
): AsyncGenerator<readonly ExtractRow[]> {
  for await (const rows of readRows(tx, id, table, of)) {
    yield table === 'protected_identity' ? rows.map((row) => openIdentity(row, portalSecret)) : rows;
  }
}

function openIdentity(row: ExtractRow, portalSecret: string): ExtractRow {
  const personId = String(row['person_id']);
  const sealed = {
    keyId: String(row['key_id']),
    nonce: new Uint8Array(bytesOf(row['nonce'])),
    ciphertext: new Uint8Array(bytesOf(row['ciphertext'])),
  };
  return { person_id: personId, ...identitySeal(portalSecret).open(personId, sealed) };
}

async function* partsOf(
  tx: Tx,
  id: string,
  tables: readonly ReadTable[],
  tally: { rows: number },
): AsyncGenerator<ZipPart> {
  yield { name: PAGE, content: extractPage(tables) };
  for (const read of tables) {
    const name = `uppgifter/${read.table.table}${read.of === 'hand' ? '-hand' : ''}.json`;
    yield { name, content: extractJson(read, (rows) => (tally.rows += rows)) };
  }
  const files: ExtractRow[] = [];
  for await (const rows of readRows(tx, id, 'evidence_file', 'own')) files.push(...rows);
  for (const [index, file] of files.entries()) {
    const name = String(file['file_name']).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
    yield { name: `filer/${index + 1}-${name}`, content: readFileBytes(tx, id, String(file['evidence_id'])) };
  }
}

async function storeChunks(
  worker: Database,
  id: string,
  pieces: AsyncIterable<Buffer>,
  tally: { readonly rows: number },
): Promise<number> {
  let [number, bytes, held] = [0, 0, 0];
  let kept: Buffer[] = [];
  const store = async (): Promise<void> => {
    const content = new Uint8Array(Buffer.concat(kept));
    await worker.$executeRaw`INSERT INTO data_extract_chunk (extract_id, number, content) VALUES (${id}::uuid, ${number}, ${content})`;
    await worker.$executeRaw`UPDATE data_extract SET rows = ${tally.rows} WHERE id = ${id}::uuid`;
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
