import { MOST_PRINTED, type StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { findPrevious } from '#lib/server/statement/previous-statement.ts';
import { findBasis } from '#lib/server/statement/statement-basis.ts';
import { listGroups, listVatShares, shownGroups } from '#lib/server/statement/statement-groups.ts';
import { listLines, type ReadLine } from '#lib/server/statement/statement-lines.ts';
import { listNotPayable } from '#lib/server/statement/statement-not-payable.ts';
import { listPending } from '#lib/server/statement/statement-pending.ts';

export type ReadStatement = { readonly view: StatementView; readonly participantIds: readonly string[] };

const SOONEST = 5;

type Part = Pick<StatementView, 'groups' | 'shown' | 'lines'> & { readonly read: readonly ReadLine[] };

/** The groups, and the lines of those that are open: a page of them, or all to print. */
async function readLines(tx: Tx, statementId: string, query: StatementQuery): Promise<Part> {
  const groups = await listGroups(tx, statementId);
  const lineCount = groups.reduce((sum, { lines }) => sum + lines, 0);
  const isWhole = query.all && lineCount <= MOST_PRINTED;
  const shown = isWhole ? groups.map(({ id }) => id) : shownGroups(groups, query.show);
  const total = groups.filter(({ id }) => shown.includes(id)).reduce((sum, { lines }) => sum + lines, 0);
  const slice = isWhole ? { limit: total, offset: 0 } : { limit: PAGE_SIZE, offset: offsetOf(query.page) };
  const read = await listLines(tx, statementId, shown, slice);
  const items = read.map(({ line }) => line);
  const lines = isWhole ? { items, total, page: 1, pages: 1 } : paged(items, total, query.page);
  return { groups, shown, lines, read };
}

/** One statement: its sums, its lines by group, what is on its way, and what it does not pay. */
export const readStatement = defineQuery({
  name: 'statement.read',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    input: StatementQuery & { readonly statementId: string },
    { today },
  ): Promise<ReadStatement | null> => {
    const { statementId, behind, reason, unpaid } = input;
    const found = await findStatement(tx, statementId);
    if (found === null) return null;
    const { groups, shown, lines, read } = await readLines(tx, statementId, input);
    const pending = await listPending(tx, statementId, { page: 1, size: SOONEST });
    const notPayable = await listNotPayable(tx, statementId, { reason, page: unpaid, today });
    const participantIds = new Set([
      ...read.flatMap(({ participantId }) => participantId ?? []),
      ...pending.participantIds,
      ...notPayable.participantIds,
    ]);
    return {
      participantIds: [...participantIds],
      view: {
        ...found.row,
        contentHash: found.contentHash,
        vat: await listVatShares(tx, statementId),
        groups,
        shown,
        lines,
        basis: behind === null ? null : await findBasis(tx, statementId, behind),
        pending: pending.list,
        notPayable: notPayable.list,
        notPayableHidden: notPayable.hidden,
        previous: await findPrevious(tx, statementId),
      },
    };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
