import { type ClipboardEvent, useMemo } from 'react';
import { clearBlock } from '#components/month-grid/block-edits.ts';
import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import { pasteCells } from '#components/month-grid/paste-cells.ts';
import type { GridFocus } from '#components/month-grid/use-grid-focus.ts';
import type { Say } from '#components/month-grid/use-say.ts';
import { type CopiedCells, readCells, writeCells } from '#lib/client/month-grid/clipboard.ts';
import { type Block, blockOf, sizeOf } from '#lib/client/month-grid/selection.ts';

/** Copies, cuts and pastes blocks of cells. Within a cell that is edited the clipboard is the browser's. */
export function useGridClipboard(tools: GridTools, focus: GridFocus, say: Say) {
  return useMemo(() => {
    function blockFor(event: ClipboardEvent): Block | null {
      const isText = focus.mode.current === 'edit' || focus.cellOf(event.target) === null;
      const selection = tools.selection.get();
      return isText || selection === null ? null : blockOf(selection);
    }

    function copy(event: ClipboardEvent): Block | null {
      const block = blockFor(event);
      if (block === null) return null;
      event.preventDefault();
      event.clipboardData.setData('text/plain', writeCells(textsOf(tools, block)));
      return block;
    }

    return {
      onCopy(event: ClipboardEvent): void {
        const block = copy(event);
        if (block !== null) say('copied', sizeOf(block));
      },
      onCut(event: ClipboardEvent): void {
        const block = copy(event);
        if (block === null) return;
        clearBlock(tools);
        say('cut', sizeOf(block));
      },
      onPaste(event: ClipboardEvent): void {
        const block = blockFor(event);
        if (block === null) return;
        event.preventDefault();
        const text = event.clipboardData.getData('text/plain');
        if (text === '') say('nothingPasted');
        else void pasteCells(tools, readCells(text), block, say);
      },
    };
  }, [tools, focus, say]);
}

/** What stands in the block, row by row. */
function textsOf({ page, store }: GridTools, block: Block): CopiedCells {
  const { placements, fields } = page.get();
  return placements.slice(block.top, block.bottom + 1).map((placementId) => {
    const typed = store.row(placementId)?.typed ?? {};
    return fields.slice(block.left, block.right + 1).map((field) => typed[field] ?? '');
  });
}
