import type { JobActor } from '#lib/domain/actor/actor.ts';
import { TEXT_KINDS } from '#lib/domain/document/texts-of.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { checkDocuments, keepPrints } from '#lib/server/document/check-documents.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'document.check' };
/** Documents of one transaction, and of one night: what is left is taken the next. */
const BATCH = 500;
const MOST = 50_000;

export type CheckedTexts = { readonly printed: number; readonly checked: number };

/**
 * Checks the texts of documents that no job has looked at, those that a load has written among them: first the prints of all are kept, so
 * that copies are found among what came together, then each is held against the others of its provider. A batch in a transaction
 * each; broken off anywhere it goes on there, and a second time finds nothing to do. Of two that come on different nights
 * at least the later is found.
 */
export async function checkUnchecked(database: Database, now: Date, most = MOST): Promise<CheckedTexts> {
  const inBatches = async (step: (tx: Tx, limit: number) => Promise<number>): Promise<number> => {
    let done = 0;
    while (done < most) {
      const limit = Math.min(BATCH, most - done);
      // oxlint-disable-next-line no-await-in-loop -- one batch in memory at a time
      const taken = await inTransaction(database, ACTOR, (tx) => step(tx, limit));
      done += taken;
      if (taken < limit) break;
    }
    return done;
  };
  return {
    printed: await inBatches(keepBatch),
    checked: await inBatches((tx, limit) => checkBatch(tx, now, limit)),
  };
}

async function keepBatch(tx: Tx, limit: number): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`INSERT INTO document_text_check (document_id)
    SELECT d.id FROM document d WHERE d.kind = ANY (${[...TEXT_KINDS]}) AND d.status <> 'withdrawn'
      AND NOT EXISTS (SELECT 1 FROM document_text_check k WHERE k.document_id = d.id)
    ORDER BY d.id LIMIT ${limit} RETURNING document_id::text AS id`;
  if (rows.length > 0)
    await keepPrints(
      tx,
      rows.map(({ id }) => id),
    );
  return rows.length;
}

async function checkBatch(tx: Tx, now: Date, limit: number): Promise<number> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`UPDATE document_text_check SET checked_at = ${now} WHERE document_id IN (SELECT k.document_id FROM document_text_check k
      WHERE k.checked_at IS NULL ORDER BY k.document_id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING document_id::text AS id`;
  const documentIds = rows.map(({ id }) => id);
  if (documentIds.length > 0) await checkDocuments(tx, { documentIds, today: plainDateFromDate(now), now });
  return rows.length;
}
