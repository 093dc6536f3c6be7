import { type RefObject, useMemo, useRef } from 'react';
import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import { type GridMode, moved, type Motion } from '#lib/client/month-grid/keyboard.ts';
import { type CellPlace, type GridSize, selectCell } from '#lib/client/month-grid/selection.ts';

export type CellElement = HTMLInputElement | HTMLSelectElement;

/** Where the keyboard stands in the grid, and how it gets to another cell. */
export type GridFocus = {
  readonly mode: RefObject<GridMode>;
  /** Column where a run of Tabs began; Enter goes back there. */
  readonly run: RefObject<number | null>;
  readonly size: () => GridSize;
  /** The cell of what an event happened in; null outside the cells. */
  readonly cellOf: (
    target: EventTarget,
  ) => { readonly element: CellElement; readonly place: CellPlace } | null;
  /** Goes as the motion says, past rows that are sent; `extend` lets the block follow. */
  readonly go: (from: CellPlace, motion: Motion, extend: boolean) => void;
  /** Goes to the cell, or the nearest one that the motion leads to from there. */
  readonly goTo: (place: CellPlace, motion: Motion, extend: boolean) => void;
};

export function useGridFocus(root: RefObject<HTMLElement | null>, tools: GridTools): GridFocus {
  const mode = useRef<GridMode>('ready');
  const run = useRef<number | null>(null);
  return useMemo(() => {
    const { page, selection } = tools;
    const size = (): GridSize => ({ rows: page.get().placements.length, columns: page.get().fields.length });
    const elementAt = ({ row, column }: CellPlace): CellElement | null =>
      root.current?.querySelector<CellElement>(`[data-cell="${row}-${column}"]`) ?? null;

    const goTo = (place: CellPlace, motion: Motion, extend: boolean): void => {
      let at = place;
      let element = elementAt(at);
      while (element === null) {
        const next = moved(at, stepOf(motion), size());
        if (next.row === at.row) return;
        at = next;
        element = elementAt(at);
      }
      const anchor = extend ? (selection.get()?.anchor ?? at) : at;
      mode.current = 'ready';
      element.focus();
      if (element instanceof HTMLInputElement) element.select();
      element.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      selection.set({ anchor, head: at });
    };
    return {
      mode,
      run,
      size,
      cellOf(target) {
        if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return null;
        const [row, column] = (target.dataset['cell'] ?? '').split('-').map(Number);
        return row === undefined || column === undefined ? null : { element: target, place: { row, column } };
      },
      go: (from, motion, extend) => goTo(moved(from, motion, size()), motion, extend),
      goTo,
    };
  }, [root, tools]);
}

/** A row that is sent has nothing to stand in: on in the direction one was going. */
function stepOf(motion: Motion): Motion {
  return motion === 'up' || motion === 'pageUp' || motion === 'last' ? 'up' : 'down';
}

/** Selects the one cell that was come to by other ways: a click, or the browser's own Tab. */
export function standIn({ selection }: GridTools, place: CellPlace): void {
  const now = selection.get();
  if (now?.head.row === place.row && now.head.column === place.column) return;
  selection.set(selectCell(place));
}
