import type { StatementRows } from '#lib/domain/statement/statement-csv.ts';
import { compareStatements } from '#lib/domain/statement/statement-changes.ts';
import {
  type Cells,
  comparedCells,
  correctedCells,
  lineCells,
  notPayableCells,
  pendingCells,
} from '#lib/domain/statement/statement-table.ts';
import type { StatementRow } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { findPrevious } from '#lib/server/statement/previous-statement.ts';
import { readCorrected } from '#lib/server/statement/statement-changes.ts';
import { listGroups } from '#lib/server/statement/statement-groups.ts';
import { listLines } from '#lib/server/statement/statement-lines.ts';
import { readNotPayable } from '#lib/server/statement/statement-not-payable.ts';
import { readPending } from '#lib/server/statement/statement-pending.ts';

export type ExportedStatement = StatementRows & {
  readonly statement: StatementRow;
  readonly contentHash: string | null;
  /** Beside the previous statement; empty where only the rows of one file are asked for. */
  readonly changed: readonly Cells[];
  readonly participantIds: readonly string[];
};

type Slice = { readonly limit: number; readonly offset: number };
type Batch = { readonly cells: readonly Cells[]; readonly participantIds: readonly (string | null)[] };

/** Rows are turned into cells batch by batch: reasons and inputs of the whole statement are never in memory at once. */
const BATCH = 5000;

async function readAll(ids: Set<string>, read: (slice: Slice) => Promise<Batch>): Promise<readonly Cells[]> {
  const all: Cells[] = [];
  for (let offset = 0; ; offset += BATCH) {
    const { cells, participantIds } = await read({ limit: BATCH, offset });
    for (const row of cells) all.push(row);
    for (const id of participantIds) if (id !== null) ids.add(id);
    if (cells.length < BATCH) return all;
  }
}

async function readChanged(tx: Tx, statementId: string, ids: Set<string>): Promise<readonly Cells[]> {
  const previous = await findPrevious(tx, statementId);
  if (previous === null) return [];
  const before = await listGroups(tx, previous.id);
  const compared = compareStatements(before, await listGroups(tx, statementId));
  const corrected = await readAll(ids, async (slice) => {
    const { items, participantIds } = await readCorrected(tx, statementId, slice);
    return { cells: items.map(correctedCells), participantIds };
  });
  return [...compared.map(comparedCells), ...corrected];
}

/** All of a statement, for a file: as CSV what it pays and does not, as XLSX what has changed too. */
export const exportStatement = defineQuery({
  name: 'statement.export',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören, som fil',
  run: async (
    tx,
    { statementId, as }: { readonly statementId: string; readonly as: 'csv' | 'xlsx' },
    { today },
  ): Promise<ExportedStatement | null> => {
    const found = await findStatement(tx, statementId);
    if (found === null) return null;
    const { row: statement, contentHash } = found;
    const ids = new Set<string>();
    const groups = (await listGroups(tx, statementId)).map(({ id }) => id);
    const lines = await readAll(ids, async (slice) => {
      const read = await listLines(tx, statementId, groups, slice);
      return {
        cells: read.map(({ line }) => lineCells(statement, line)),
        participantIds: read.map(({ participantId }) => participantId),
      };
    });
    const pending = await readAll(ids, async (slice) => {
      const { items, participantIds } = await readPending(tx, statementId, slice);
      return { cells: items.map((entry) => pendingCells(statement, entry)), participantIds };
    });
    const notPayable = await readAll(ids, async (slice) => {
      const { items, participantIds } = await readNotPayable(tx, statementId, {
        reason: null,
        today,
        ...slice,
      });
      return { cells: items.map((entry) => notPayableCells(statement, entry)), participantIds };
    });
    const changed = as === 'xlsx' ? await readChanged(tx, statementId, ids) : [];
    return { statement, contentHash, lines, pending, notPayable, changed, participantIds: [...ids] };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
