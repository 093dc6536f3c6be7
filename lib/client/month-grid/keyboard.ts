import type { CellPlace, GridSize } from '#lib/client/month-grid/selection.ts';

/** `ready`: what is typed replaces the cell and arrows move; `edit`: arrows move within the cell's text. */
export type GridMode = 'ready' | 'edit';

export type KeyPress = {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** A list, which keeps the arrows up and down to itself. */
  readonly isSelect: boolean;
};

export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown';

/** What a key does in the grid. Whatever has no action is the browser's. */
export type GridAction =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  /** To the row below or above, in the column where a run of Tabs began. */
  | { readonly kind: 'enter'; readonly motion: 'up' | 'down' }
  /** The browser moves; it is remembered where the run began. */
  | { readonly kind: 'tab' }
  | { readonly kind: 'edit' | 'ready' | 'restore' | 'clear' | 'fillDown' | 'undo' | 'redo' };

/** How many rows PageUp and PageDown go. */
const PAGE_STEP = 10;

const MOTIONS: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** What the list itself does with a key: up and down change what is chosen. */
const OF_A_SELECT: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'F2',
  'Delete',
];

export function actionOf(press: KeyPress, mode: GridMode): GridAction | null {
  if (press.alt) return null;
  if (press.ctrl) return controlAction(press, mode);
  const { key, shift, isSelect } = press;
  if (key === 'Enter') return { kind: 'enter', motion: shift ? 'up' : 'down' };
  if (key === 'Tab') return { kind: 'tab' };
  if (isSelect && OF_A_SELECT.includes(key) && !shift) return null;
  if (key === 'Escape') return { kind: 'restore' };
  if (key === 'F2') return { kind: mode === 'edit' ? 'ready' : 'edit' };
  if (mode === 'edit') return null;
  if (key === 'Delete') return { kind: 'clear' };
  const motion = MOTIONS[key];
  return motion === undefined ? null : { kind: 'move', motion, extend: shift };
}

function controlAction({ key, shift }: KeyPress, mode: GridMode): GridAction | null {
  switch (key.toLowerCase()) {
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'd':
      return { kind: 'fillDown' };
    case 'home':
      return mode === 'edit' ? null : { kind: 'move', motion: 'first', extend: shift };
    case 'end':
      return mode === 'edit' ? null : { kind: 'move', motion: 'last', extend: shift };
    default:
      return null;
  }
}

/** The cell that a motion leads to; at the edge it stays. */
export function moved({ row, column }: CellPlace, motion: Motion, { rows, columns }: GridSize): CellPlace {
  const rowAt = (to: number): number => Math.max(0, Math.min(rows - 1, to));
  const columnAt = (to: number): number => Math.max(0, Math.min(columns - 1, to));
  switch (motion) {
    case 'up':
      return { row: rowAt(row - 1), column };
    case 'down':
      return { row: rowAt(row + 1), column };
    case 'left':
      return { row, column: columnAt(column - 1) };
    case 'right':
      return { row, column: columnAt(column + 1) };
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: columnAt(columns - 1) };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: rowAt(rows - 1), column: columnAt(columns - 1) };
    case 'pageUp':
      return { row: rowAt(row - PAGE_STEP), column };
    case 'pageDown':
      return { row: rowAt(row + PAGE_STEP), column };
  }
}
