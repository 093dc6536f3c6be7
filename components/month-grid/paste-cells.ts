import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import type { Say } from '#components/month-grid/use-say.ts';
import { type CopiedCells, type LaidCells, layCells } from '#lib/client/month-grid/clipboard.ts';
import type { CellEdit } from '#lib/client/month-grid/grid-store.ts';
import type { Block } from '#lib/client/month-grid/selection.ts';

/**
 * Pastes from the upper left corner of what is selected on the page, and on over the pages that follow: rows that are not
 * here yet are fetched first, so that all of it is one step to undo. What was left out is said, never passed over.
 */
export async function pasteCells(
  tools: GridTools,
  copied: CopiedCells,
  selected: Block,
  say: Say,
): Promise<void> {
  const { page, store } = tools;
  const { first, fields, order } = page.get();
  const block = { ...selected, top: selected.top + first, bottom: selected.bottom + first };
  const laid = layCells(copied, block, { rows: order.length, columns: fields.length });
  const placements = order.slice(block.top, block.top + laid.size.rows);
  if (placements.some((placementId) => store.row(placementId) === undefined)) {
    say('pasting');
    if (!(await store.ensureRows(placements))) return say('pasteFailed');
  }
  const edits = editsOf(tools, laid);
  store.edit(edits);
  const sent = placements.filter((placementId) => store.row(placementId)?.row.isOpen === false).length;
  const unread = edits.filter(
    ({ placementId, field }) => store.row(placementId)?.live.problems[field] !== undefined,
  ).length;
  say.all([
    ['pasted', { ...laid.size, unread }],
    ...told('pastedSent', sent),
    ...told('tooWide', laid.over.columns),
    ...told('tooLong', laid.over.rows),
  ]);
}

function told<What extends 'pastedSent' | 'tooWide' | 'tooLong'>(what: What, count: number) {
  return count === 0 ? [] : [[what, { count }] as const];
}

function editsOf({ page, store }: GridTools, { cells }: LaidCells): readonly CellEdit[] {
  const { fields, order } = page.get();
  return cells.flatMap(({ row, column, text }) => {
    const [placementId, field] = [order[row], fields[column]];
    if (placementId === undefined || field === undefined) return [];
    return store.row(placementId)?.row.isOpen === true ? [{ placementId, field, text }] : [];
  });
}
