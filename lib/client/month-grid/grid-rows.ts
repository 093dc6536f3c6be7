import type { Line } from '#lib/client/month-grid/grid-sender.ts';
import { isUnsaved, rebased, type RowState, rowState } from '#lib/client/month-grid/row-state.ts';
import {
  type CellConflict,
  conflictsOf,
  type Judging,
  readingOf,
  type RowView,
  rowView,
} from '#lib/client/month-grid/row-view.ts';
import type { Cell } from '#lib/client/month-grid/grid-ports.ts';
import { changedTotals, type CountedRow, type GridTotals } from '#lib/domain/month-grid/grid-totals.ts';
import type { GridRow } from '#lib/domain/month-grid/month-grid.ts';

/**
 * The rows that a tab knows, and what is made of them for the page: each view is made when somebody asks for it, and is
 * the same until its row changes.
 */
export function createGridRows(judging: Judging, totals: GridTotals) {
  const reading = readingOf(judging);
  const states = new Map<string, RowState>();
  const views = new Map<string, RowView>();
  /** What the sums hold of a row. */
  const counted = new Map<string, CountedRow>();
  /** Asked for at every key, of every row: a state never changes, so neither does the answer. */
  const unsaved = new WeakMap<RowState, boolean>();
  const listeners = new Set<() => void>();
  let sums = totals;
  let line: Line = 'open';
  let conflicts: readonly CellConflict[] | null = null;
  let currentTotals: GridTotals | null = null;
  /** The cell that somebody types in. */
  let inCell: Cell | null = null;

  return {
    reading,
    get: (placementId: string): RowState | undefined => states.get(placementId),
    all: (): readonly RowState[] => [...states.values()],
    unsaved: (): readonly RowState[] => [...states.values()].filter(isWaiting),
    isUnsaved: isWaiting,
    inCell: (): Cell | null => inCell,
    fieldIn: (placementId: string) => (inCell?.placementId === placementId ? inCell.field : null),
    enter(cell: Cell | null): void {
      inCell = cell;
    },
    put,
    takeIn,
    recount,
    setLine,
    view,
    conflicts: (): readonly CellConflict[] => (conflicts ??= conflictsOf(states.values(), reading)),
    totals: (): GridTotals => (currentTotals ??= totalsNow()),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(): void {
      for (const listener of listeners) listener();
    },
  };

  function isWaiting(state: RowState): boolean {
    const answer = unsaved.get(state) ?? isUnsaved(state, reading);
    unsaved.set(state, answer);
    return answer;
  }

  function put(state: RowState): void {
    const { placementId } = state.base.row;
    states.set(placementId, state);
    views.delete(placementId);
    conflicts = null;
    currentTotals = null;
  }

  /** A row as the server keeps it: new here, or on top of which what is typed here is put. */
  function takeIn(row: GridRow): void {
    const { placementId } = row.row;
    const state = states.get(placementId);
    if (state === undefined) {
      counted.set(placementId, row.row);
      return put(rowState(row));
    }
    if (state.conflict !== null || state.sent !== null || row.seen === state.base.seen) return;
    put(
      rebased(
        state,
        { theirs: row, by: null, at: null },
        inCell?.placementId === placementId ? inCell.field : null,
        reading,
      ),
    );
  }

  /** New sums from the server: they hold the rows as it keeps them. */
  function recount(fresh: GridTotals, rows: readonly GridRow[]): void {
    sums = fresh;
    for (const { row } of rows) counted.set(row.placementId, row);
    currentTotals = null;
  }

  function setLine(next: Line): void {
    if (next === line) return;
    line = next;
    views.clear();
  }

  function view(placementId: string): RowView | undefined {
    const known = views.get(placementId);
    if (known !== undefined) return known;
    const state = states.get(placementId);
    if (state === undefined) return undefined;
    const made = rowView(state, line, judging);
    views.set(placementId, made);
    return made;
  }

  function totalsNow(): GridTotals {
    const changed = [...counted].flatMap(([placementId, before]) => {
      const after = view(placementId)?.live;
      return after === undefined ? [] : [{ before, after }];
    });
    return changedTotals(
      sums,
      changed.map(({ before }) => before),
      changed.map(({ after }) => after),
    );
  }
}

export type GridRows = ReturnType<typeof createGridRows>;
