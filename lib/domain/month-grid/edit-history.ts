import type { GridField } from '#lib/domain/month-grid/grid-field.ts';

export type CellChange = {
  readonly placementId: string;
  readonly field: GridField;
  readonly before: string;
  readonly after: string;
};

/** Changes that are undone and done again as one: a paste, or what was typed in one cell. */
export type EditStep = readonly CellChange[];

/** What was done, the latest last, and what was undone, the next to do again last. */
export type EditHistory = { readonly past: readonly EditStep[]; readonly future: readonly EditStep[] };

export const NO_EDITS: EditHistory = { past: [], future: [] };

/** Steps that are remembered: the oldest goes when there is one more. */
export const MOST_STEPS = 500;

/** One more step. What was undone cannot be done again after that. `joins`: typing goes on in the last step's one cell. */
export function recordEdit(history: EditHistory, step: EditStep, joins = false): EditHistory {
  if (step.length === 0) return history;
  const last = history.past.at(-1);
  const joined = joins && last !== undefined ? joinSteps(last, step) : null;
  const past = joined === null ? [...history.past, step] : [...history.past.slice(0, -1), joined];
  return { past: past.slice(-MOST_STEPS), future: [] };
}

/** Typing in one cell as one step; null where it is not the same one. */
function joinSteps(last: EditStep, step: EditStep): EditStep | null {
  const [was, now] = [last[0], step[0]];
  if (last.length !== 1 || step.length !== 1 || was === undefined || now === undefined) return null;
  if (was.placementId !== now.placementId || was.field !== now.field) return null;
  return [{ ...now, before: was.before }];
}

/** The history one step back, with the changes that take the cells there; null where there is nothing to undo. */
export function undoEdit(history: EditHistory): { history: EditHistory; changes: EditStep } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const changes = step.map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before }));
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, step] },
    changes: changes.toReversed(),
  };
}

/** The history one step forward again; null where nothing was undone. */
export function redoEdit(history: EditHistory): { history: EditHistory; changes: EditStep } | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    history: { past: [...history.past, step], future: history.future.slice(0, -1) },
    changes: step,
  };
}
