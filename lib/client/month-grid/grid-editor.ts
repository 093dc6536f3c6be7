import type { Cell, CellEdit } from '#lib/client/month-grid/grid-ports.ts';
import type { GridRows } from '#lib/client/month-grid/grid-rows.ts';
import { withText } from '#lib/client/month-grid/row-state.ts';
import {
  type EditStep,
  NO_EDITS,
  recordEdit,
  redoEdit,
  undoEdit,
} from '#lib/domain/month-grid/edit-history.ts';
import { cellText, shownText } from '#lib/domain/month-grid/typed-month.ts';

/** Typing, pasting and undoing in the rows of a tab. `keepOn` is told after each change. */
export function createEditor(rows: GridRows, keepOn: () => void) {
  let history = NO_EDITS;

  return {
    edit,
    leave,
    undo,
    redo,
    steps: () => ({ canUndo: history.past.length > 0, canRedo: history.future.length > 0 }),
  };

  /** Types into cells, as one step. Text in one cell is left as it is written until somebody leaves it. */
  function edit(edits: readonly CellEdit[]): void {
    const [only] = edits;
    const typing = edits.length === 1 && only !== undefined ? only : null;
    const at = rows.inCell();
    const goesOn =
      typing !== null && at !== null && typing.placementId === at.placementId && typing.field === at.field;
    if (!goesOn) settleCell();
    const changes = edits.flatMap((cell) => changeOf(cell, typing === null));
    if (changes.length === 0) return;
    if (typing !== null) rows.enter({ placementId: typing.placementId, field: typing.field });
    history = recordEdit(history, changes, goesOn);
    apply(changes);
  }

  function changeOf({ placementId, field, text }: CellEdit, asShown: boolean): EditStep {
    const state = rows.get(placementId);
    if (state === undefined || !state.base.isOpen) return [];
    const before = state.mine[field] ?? '';
    const after = asShown ? shownText(field, text, rows.reading) : cellText(text);
    return before === after ? [] : [{ placementId, field, before, after }];
  }

  function apply(changes: EditStep): void {
    for (const { placementId, field, after } of changes) {
      const state = rows.get(placementId);
      if (state !== undefined) rows.put(withText(state, field, after));
    }
    keepOn();
  }

  /** Somebody goes from a cell: it is shown as it is read. */
  function leave({ placementId, field }: Cell): void {
    const at = rows.inCell();
    if (at?.placementId !== placementId || at.field !== field) return;
    settleCell();
    keepOn();
  }

  function settleCell(): void {
    const at = rows.inCell();
    rows.enter(null);
    const state = at === null ? undefined : rows.get(at.placementId);
    if (at === null || state === undefined) return;
    const before = state.mine[at.field] ?? '';
    const after = shownText(at.field, before, rows.reading);
    if (after === before) return;
    history = recordEdit(history, [{ ...at, before, after }], true);
    // It says the same: what the server did not take, it still does not.
    rows.put({ ...withText(state, at.field, after), refused: state.refused });
  }

  function undo(): boolean {
    settleCell();
    return step(undoEdit(history));
  }

  function redo(): boolean {
    settleCell();
    return step(redoEdit(history));
  }

  function step(stepped: ReturnType<typeof undoEdit>): boolean {
    if (stepped === null) return false;
    history = stepped.history;
    apply(stepped.changes);
    return true;
  }
}
