import { compareStatements, type StatementChanges } from '#lib/domain/statement/statement-changes.ts';
import type { StatementRow } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { findPrevious } from '#lib/server/statement/previous-statement.ts';
import { countPlacements, readCorrected, sumCorrections } from '#lib/server/statement/statement-changes.ts';
import { listGroups } from '#lib/server/statement/statement-groups.ts';

export type ReadChanges = {
  readonly statement: StatementRow;
  readonly changes: StatementChanges;
  readonly participantIds: readonly string[];
};

/** A statement beside the provider's previous one: what differs, and which facts changed behind each correction. */
export const readChanges = defineQuery({
  name: 'statement.changes',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören, jämförd med förra underlaget',
  run: async (
    tx,
    { statementId, page }: { readonly statementId: string; readonly page: number },
  ): Promise<ReadChanges | null> => {
    const found = await findStatement(tx, statementId);
    if (found === null) return null;
    const previous = await findPrevious(tx, statementId);
    const now = await listGroups(tx, statementId);
    const before = previous === null ? [] : await listGroups(tx, previous.id);
    const sums = await sumCorrections(tx, statementId);
    const slice = { limit: PAGE_SIZE, offset: offsetOf(page) };
    const corrected = await readCorrected(tx, statementId, slice);
    return {
      statement: found.row,
      participantIds: corrected.participantIds,
      changes: {
        previous,
        rows: compareStatements(before, now),
        netOre: found.row.sums.netOre,
        placements: await countPlacements(tx, statementId),
        corrected: { ...paged(corrected.items, sums.placements, page), amountOre: sums.amountOre },
      },
    };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
