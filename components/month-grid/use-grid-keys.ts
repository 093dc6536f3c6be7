import { type FocusEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import { clearBlock, fillDown, stepBack, stepForward } from '#components/month-grid/block-edits.ts';
import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import { type GridFocus, standIn } from '#components/month-grid/use-grid-focus.ts';
import type { Say } from '#components/month-grid/use-say.ts';
import { actionOf, type GridAction } from '#lib/client/month-grid/keyboard.ts';
import { blockOf, type CellPlace, isOneCell, sizeOf } from '#lib/client/month-grid/selection.ts';

/** What keys and the mouse do in the grid, heard in one place for all of its cells. */
export function useGridKeys(tools: GridTools, focus: GridFocus, say: Say) {
  /** What stood in the cell when one came to it. */
  const before = useRef('');
  return useMemo(() => {
    function carryOut(action: GridAction, place: CellPlace): boolean {
      const { mode, run } = focus;
      if (action.kind !== 'tab') run.current = action.kind === 'enter' ? run.current : null;
      switch (action.kind) {
        case 'move':
          focus.go(selectionHead(action.extend) ?? place, action.motion, action.extend);
          if (action.extend) saySelected();
          return true;
        case 'enter': {
          const column = run.current ?? place.column;
          run.current = null;
          // In the last row one stays where one is: the cell is done all the same.
          tools.store.leave(cellAt(place));
          focus.go({ row: place.row, column }, action.motion, false);
          return true;
        }
        case 'tab':
          run.current ??= place.column;
          return false;
        case 'edit':
          mode.current = 'edit';
          caretToEnd(document.activeElement);
          return true;
        case 'ready':
          focus.goTo(place, 'down', false);
          return true;
        case 'restore':
          tools.store.edit([{ ...cellAt(place), text: before.current }]);
          focus.goTo(place, 'down', false);
          return true;
        case 'clear':
          say('cleared', { count: clearBlock(tools) });
          return true;
        case 'fillDown':
          say('filled', { count: fillDown(tools) });
          return true;
        case 'undo':
          stepBack(tools, say);
          return true;
        case 'redo':
          stepForward(tools, say);
          return true;
      }
    }

    function selectionHead(extend: boolean): CellPlace | null {
      return extend ? (tools.selection.get()?.head ?? null) : null;
    }

    function saySelected(): void {
      const now = tools.selection.get();
      if (now !== null && !isOneCell(now)) say('selected', sizeOf(blockOf(now)));
    }

    function cellAt({ row, column }: CellPlace) {
      const { placements, fields } = tools.page.get();
      const [placementId, field] = [placements[row], fields[column]];
      if (placementId === undefined || field === undefined)
        throw new RangeError(`No cell at ${row}-${column}`);
      return { placementId, field };
    }

    return {
      onKeyDown(event: KeyboardEvent): void {
        const cell = focus.cellOf(event.target);
        if (cell === null || event.nativeEvent.isComposing) return;
        const press = {
          key: event.key,
          ctrl: event.ctrlKey || event.metaKey,
          shift: event.shiftKey,
          alt: event.altKey,
          isSelect: cell.element instanceof HTMLSelectElement,
        };
        const action = actionOf(press, focus.mode.current);
        if (action !== null && carryOut(action, cell.place)) event.preventDefault();
      },
      onFocus(event: FocusEvent): void {
        const cell = focus.cellOf(event.target);
        if (cell === null) return;
        before.current = cell.element.value;
        focus.mode.current = 'ready';
        if (cell.element instanceof HTMLInputElement) cell.element.select();
        standIn(tools, cell.place);
      },
      onBlur(event: FocusEvent): void {
        const cell = focus.cellOf(event.target);
        if (cell !== null) tools.store.leave(cellAt(cell.place));
      },
      onMouseDown(event: MouseEvent): void {
        const cell = focus.cellOf(event.target);
        if (cell === null || event.button !== 0) return;
        focus.run.current = null;
        if (event.shiftKey && tools.selection.get() !== null) {
          event.preventDefault();
          focus.goTo(cell.place, 'down', true);
          saySelected();
        } else if (cell.element instanceof HTMLInputElement && cell.element !== document.activeElement) {
          // The browser would put the caret where the click was, and what is typed should replace.
          event.preventDefault();
          focus.goTo(cell.place, 'down', false);
        }
      },
      onDoubleClick(event: MouseEvent): void {
        const cell = focus.cellOf(event.target);
        if (!(cell?.element instanceof HTMLInputElement)) return;
        focus.mode.current = 'edit';
        caretToEnd(cell.element);
      },
    };
  }, [tools, focus, say]);
}

function caretToEnd(element: Element | null): void {
  if (element instanceof HTMLInputElement)
    element.setSelectionRange(element.value.length, element.value.length);
}
