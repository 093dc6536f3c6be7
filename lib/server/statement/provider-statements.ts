import type { Paged, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import {
  type RawStatement,
  STATEMENT_COLUMNS,
  statementRowOf,
} from '#lib/server/statement/statement-rows.ts';

/** The statements that have been proposed to the own provider, the latest first. */
export const providerStatements = defineQuery({
  name: 'statement.list',
  mandates: ['signatory', 'reporter', 'providerAdmin'],
  purpose: 'Ersättning till leverantören',
  run: async (tx, { page }: { readonly page: number }): Promise<Paged<StatementRow>> => {
    const total = await tx.$queryRaw<{ total: bigint }[]>`
      SELECT count(*) AS total FROM statement s WHERE s.provider_id = app.provider_id() AND s.status <> 'open'`;
    const rows = await tx.$queryRaw<RawStatement[]>`
      SELECT ${STATEMENT_COLUMNS} FROM statement s JOIN provider r ON r.id = s.provider_id
      WHERE s.provider_id = app.provider_id() AND s.status <> 'open' ORDER BY s.cut_off DESC LIMIT ${PAGE_SIZE} OFFSET ${offsetOf(page)}`;
    return paged(rows.map(statementRowOf), Number(total[0]?.total ?? 0n), page);
  },
  reads: () => null,
});
