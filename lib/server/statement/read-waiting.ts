import type { PendingList, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { PAGE_SIZE } from '#lib/server/statement/paging.ts';
import { listPending } from '#lib/server/statement/statement-pending.ts';

export type ReadWaiting = {
  readonly statement: StatementRow;
  readonly pending: PendingList;
  readonly participantIds: readonly string[];
};

/** What a statement says is on its way: by month, and one by one with what each needs. */
export const readWaiting = defineQuery({
  name: 'statement.waiting',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning som är på väg till leverantören',
  run: async (
    tx,
    { statementId, page }: { readonly statementId: string; readonly page: number },
  ): Promise<ReadWaiting | null> => {
    const found = await findStatement(tx, statementId);
    if (found === null) return null;
    const { list, participantIds } = await listPending(tx, statementId, { page, size: PAGE_SIZE });
    return { statement: found.row, pending: list, participantIds };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
