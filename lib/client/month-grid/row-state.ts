import type { AddedActivity, SentRow } from '#lib/client/month-grid/grid-ports.ts';
import { GRID_FIELDS, type GridField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { mergeDrafts } from '#lib/domain/month-grid/merge-draft.ts';
import type { GridRow, SavedRow } from '#lib/domain/month-grid/month-grid.ts';
import { readTyped, sameTyped, shownText, toTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** Somebody else's version, which changes cells that were changed here too. */
export type RowConflict = {
  readonly theirs: GridRow;
  readonly by: string | null;
  readonly at: string | null;
};

/** What a tab knows of a row. */
export type RowState = {
  /** As the server keeps it, the last that was heard; in a conflict what was typed on from. */
  readonly base: GridRow;
  /** As it stands here. */
  readonly mine: TypedMonth;
  readonly addToPlan: readonly AddedActivity[];
  /** On its way to the server. */
  readonly sent: SentRow | null;
  readonly conflict: RowConflict | null;
  /** Why the server does not take it; empty: it does. */
  readonly refused: readonly FieldProblem[];
  /** Why an activity could not be added to the plan. */
  readonly notAdded: readonly FieldProblem[];
};

export type Reading = { readonly minuteStep: number; readonly locale: ProblemLocale };

export function rowState(base: GridRow): RowState {
  return {
    base,
    mine: base.typed,
    addToPlan: [],
    sent: null,
    conflict: null,
    refused: [],
    notAdded: [],
  };
}

/** The texts as the server will show them. */
export function asShown(typed: TypedMonth, reading: Reading): TypedMonth {
  const { content, unread } = readTyped(typed, reading);
  return toTyped(content, unread);
}

/** Whether there is anything that the server does not have yet, or of which nobody knows whether it came there. */
export function isUnsaved({ base, mine, addToPlan, sent }: RowState, reading: Reading): boolean {
  return sent !== null || addToPlan.length > 0 || !sameTyped(asShown(mine, reading), base.typed);
}

export function withText({ mine, ...state }: RowState, field: GridField, text: string): RowState {
  const { [field]: _, ...others } = mine;
  return { ...state, refused: [], mine: text === '' ? others : { ...others, [field]: text } };
}

/** The row on its way, as it stands. */
export function sending(state: RowState): RowState & { readonly sent: SentRow } {
  const { base, mine, addToPlan } = state;
  const { placementId, draftVersion } = base.row;
  return {
    ...state,
    notAdded: [],
    sent: { placementId, version: draftVersion, seen: base.seen, typed: mine, addToPlan },
  };
}

/**
 * The row after the server has answered. What was typed meanwhile stays, and so does the cell that somebody is in: its
 * text is not changed under their hands.
 */
export function answered(
  state: RowState,
  saved: SavedRow,
  inCell: GridField | null,
  reading: Reading,
): RowState {
  const { sent } = state;
  const rested = { ...state, sent: null };
  switch (saved.kind) {
    case 'refused':
      // The typing is tried without the plan before it is given up.
      return state.addToPlan.length > 0
        ? { ...rested, addToPlan: [], notAdded: saved.problems }
        : { ...rested, refused: saved.problems };
    case 'conflict':
      return rebased(
        rested,
        { theirs: saved.row, by: saved.changedBy, at: saved.changedAt },
        inCell,
        reading,
      );
    case 'saved':
      return {
        ...rested,
        base: saved.row,
        mine: takenOver(state.mine, sent?.typed ?? {}, saved.row.typed, inCell, reading),
        addToPlan: state.addToPlan.filter((added) => !(sent?.addToPlan.includes(added) ?? false)),
      };
  }
}

/** Texts that are still as they were sent, as the server has them. */
function takenOver(
  mine: TypedMonth,
  sent: TypedMonth,
  kept: TypedMonth,
  inCell: GridField | null,
  reading: Reading,
): TypedMonth {
  const next = textsOf((field) => ((mine[field] ?? '') === (sent[field] ?? '') ? kept[field] : mine[field]));
  return besideHands(mine, next, inCell, reading);
}

/** The texts, but for a cell that somebody is in: what means the same there stays as it is written. */
function besideHands(
  mine: TypedMonth,
  next: TypedMonth,
  inCell: GridField | null,
  reading: Reading,
): TypedMonth {
  if (inCell === null) return next;
  const written = mine[inCell] ?? '';
  const isSame = shownText(inCell, written, reading) === (next[inCell] ?? '');
  return textsOf((field) => (field === inCell && isSame ? written : next[field]));
}

/** The row on top of a version that somebody else has kept: by itself where no cell collides, else to be chosen. */
export function rebased(
  state: RowState,
  conflict: RowConflict,
  inCell: GridField | null,
  reading: Reading,
): RowState {
  const { theirs } = conflict;
  const { merged, conflicts } = mergeDrafts(state.base.typed, asShown(state.mine, reading), theirs.typed);
  if (conflicts.length > 0) return { ...state, conflict };
  const mine = besideHands(state.mine, merged, inCell, reading);
  return { ...state, base: theirs, mine, conflict: null };
}

/** Cells in which both have changed something, while that is to be chosen. */
export function conflictingFields(
  { base, mine, conflict }: RowState,
  reading: Reading,
): readonly GridField[] {
  if (conflict === null) return [];
  return mergeDrafts(base.typed, asShown(mine, reading), conflict.theirs.typed).conflicts;
}

export type Choices = Readonly<Partial<Record<GridField, 'mine' | 'theirs'>>>;

/** The row with what was chosen, on top of the other's version. A cell for which nothing is chosen stays in conflict. */
export function resolved(state: RowState, choices: Choices, reading: Reading): RowState {
  const { base, conflict } = state;
  if (conflict === null) return state;
  const { theirs } = conflict;
  const { merged, conflicts } = mergeDrafts(base.typed, asShown(state.mine, reading), theirs.typed);
  if (conflicts.some((field) => choices[field] === undefined)) return state;
  const mine = textsOf((field) => (choices[field] === 'theirs' ? theirs.typed[field] : merged[field]));
  return { ...state, base: theirs, mine, conflict: null };
}

/** What another tab left behind, on top of what is kept now. Only for rows in which nothing is unsaved here. */
export function adopted(
  state: RowState,
  left: Pick<RowState, 'base' | 'mine' | 'addToPlan'>,
  reading: Reading,
): RowState {
  const typedThen = { ...state, ...left };
  return rebased(typedThen, { theirs: state.base, by: null, at: null }, null, reading);
}

function textsOf(textOf: (field: GridField) => string | undefined): TypedMonth {
  return Object.fromEntries(
    GRID_FIELDS.flatMap((field) => {
      const text = textOf(field) ?? '';
      return text === '' ? [] : [[field, text]];
    }),
  );
}
