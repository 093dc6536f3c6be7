import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { listGroups, listVatShares, shownGroups } from '#lib/server/statement/statement-groups.ts';
import { listLines } from '#lib/server/statement/statement-lines.ts';
import { listNotPayable } from '#lib/server/statement/statement-not-payable.ts';

export type ReadStatement = { readonly view: StatementView; readonly participantIds: readonly string[] };

/** One statement: its sums, its lines by group, and what it does not pay. */
export const readStatement = defineQuery({
  name: 'statement.read',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    input: StatementQuery & { readonly statementId: string },
  ): Promise<ReadStatement | null> => {
    const { statementId, show, page, unpaid } = input;
    const found = await findStatement(tx, statementId);
    if (found === null) return null;
    const groups = await listGroups(tx, statementId);
    const shown = shownGroups(groups, show);
    const total = groups.filter(({ id }) => shown.includes(id)).reduce((sum, { lines }) => sum + lines, 0);
    const lines = await listLines(tx, statementId, shown, { limit: PAGE_SIZE, offset: offsetOf(page) });
    const notPayable = await listNotPayable(tx, statementId, unpaid);
    const shownParticipants = lines.flatMap(({ participantId }) => participantId ?? []);
    return {
      participantIds: [...new Set([...shownParticipants, ...notPayable.participantIds])],
      view: {
        ...found.row,
        contentHash: found.contentHash,
        vat: await listVatShares(tx, statementId),
        groups,
        shown,
        lines: paged(
          lines.map(({ line }) => line),
          total,
          page,
        ),
        notPayable: notPayable.list,
        notPayableHidden: notPayable.hidden,
      },
    };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
