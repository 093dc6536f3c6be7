import type { Copy } from '#lib/domain/final-report/final-report.ts';
import type { Print } from '#lib/domain/final-report/prints.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** How many final reports about others at the provider nearly hold each of the prints; places without any are left out. */
export async function findCopies(
  tx: Tx,
  placementId: string,
  prints: readonly Print[],
): Promise<readonly Copy[]> {
  return await tx.$queryRaw<Copy[]>`
    SELECT place, reports FROM app.final_report_copies(${placementId}::uuid, ${JSON.stringify(prints)}::jsonb) ORDER BY place`;
}

/** Keeps the prints of a version that was just sent. */
export async function insertPrints(
  tx: Tx,
  documentId: string,
  providerId: string,
  prints: readonly Print[],
): Promise<void> {
  await tx.$executeRaw`INSERT INTO final_report_print (document_id, place, provider_id, grams, prefix)
    SELECT ${documentId}::uuid, place, ${providerId}::uuid, grams, prefix
    FROM jsonb_to_recordset(${JSON.stringify(prints)}::jsonb) AS x (place text, grams int[], prefix int[])`;
}
