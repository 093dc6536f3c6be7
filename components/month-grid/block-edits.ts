import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import type { Say } from '#components/month-grid/use-say.ts';
import type { CellEdit } from '#lib/client/month-grid/grid-store.ts';
import { type Block, blockOf, cellsOf } from '#lib/client/month-grid/selection.ts';

/** The cells of a block on the page that can be written in: rows that are sent are not. */
function openCells({ page, store }: GridTools, block: Block): readonly Omit<CellEdit, 'text'>[] {
  const { placements, fields } = page.get();
  return cellsOf(block).flatMap(({ row, column }) => {
    const [placementId, field] = [placements[row], fields[column]];
    if (placementId === undefined || field === undefined) return [];
    return store.row(placementId)?.row.isOpen === true ? [{ placementId, field }] : [];
  });
}

/** Empties what is selected; how many cells. */
export function clearBlock(tools: GridTools): number {
  const selection = tools.selection.get();
  if (selection === null) return 0;
  const edits = openCells(tools, blockOf(selection)).map((cell) => ({ ...cell, text: '' }));
  tools.store.edit(edits);
  return edits.length;
}

/** Lets the block's top row stand in all of it; one row takes what stands above it. How many cells. */
export function fillDown(tools: GridTools): number {
  const selection = tools.selection.get();
  if (selection === null) return 0;
  const block = blockOf(selection);
  const source = block.top === block.bottom ? block.top - 1 : block.top;
  const above = tools.page.get().placements[source];
  if (above === undefined) return 0;
  const typed = tools.store.row(above)?.typed ?? {};
  const edits = openCells(tools, { ...block, top: source + 1 }).map((cell) => ({
    ...cell,
    text: typed[cell.field] ?? '',
  }));
  tools.store.edit(edits);
  return edits.length;
}

export function stepBack({ store }: GridTools, say: Say): void {
  say(store.undo() ? 'undone' : 'nothingToUndo');
}

export function stepForward({ store }: GridTools, say: Say): void {
  say(store.redo() ? 'redone' : 'nothingToRedo');
}
