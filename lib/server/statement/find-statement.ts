import type { StatementRow } from '#lib/domain/statement/statement-view.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  type RawStatement,
  STATEMENT_COLUMNS,
  statementRowOf,
} from '#lib/server/statement/statement-rows.ts';

export type FoundStatement = { readonly row: StatementRow; readonly contentHash: string | null };

/** A statement that the reader may see: a provider only its own, and only once it has been proposed. */
export async function findStatement(tx: Tx, statementId: string): Promise<FoundStatement | null> {
  const [raw] = await tx.$queryRaw<(RawStatement & { contentHash: string | null })[]>`
    SELECT ${STATEMENT_COLUMNS}, s.content_hash AS "contentHash"
    FROM statement s JOIN provider r ON r.id = s.provider_id
    WHERE s.id = ${statementId}::uuid AND (app.is_authority() OR (s.provider_id = app.provider_id() AND s.status <> 'open'))`;
  return raw === undefined ? null : { row: statementRowOf(raw), contentHash: raw.contentHash };
}
