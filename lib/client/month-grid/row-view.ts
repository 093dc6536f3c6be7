import type { Line } from '#lib/client/month-grid/grid-sender.ts';
import {
  conflictingFields,
  isUnsaved,
  type Reading,
  type RowState,
} from '#lib/client/month-grid/row-state.ts';
import type { GridField, TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { judgeRow } from '#lib/domain/month-grid/live-row.ts';
import type { GridRow, LiveRow } from '#lib/domain/month-grid/month-grid.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** Where a row stands on its way to the server. */
export type RowStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'loggedOut' | 'conflict' | 'refused';

/** A row as a page shows it. The same object for as long as nothing in it changes. */
export type RowView = {
  /** As the server keeps it. */
  readonly row: GridRow;
  /** As it stands here. */
  readonly typed: TypedMonth;
  readonly live: LiveRow;
  readonly status: RowStatus;
  /** Why the server does not take the row; empty: it does. */
  readonly refused: readonly FieldProblem[];
  /** Why an activity could not be added to the plan; empty: it could. */
  readonly notAdded: readonly FieldProblem[];
};

/** A cell that somebody else has changed, too, to something else. */
export type CellConflict = {
  readonly placementId: string;
  readonly name: string;
  readonly field: GridField;
  readonly mine: string;
  readonly theirs: string;
  /** Who, and when (ISO 8601); null where that is not known. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
};

export type Judging = { readonly terms: Terms; readonly today: PlainDate; readonly locale: ProblemLocale };

export function rowView(state: RowState, line: Line, judging: Judging): RowView {
  const { base, mine, refused, notAdded } = state;
  return {
    row: base,
    typed: mine,
    live: judgeRow(base, mine, judging),
    status: statusOf(state, line, readingOf(judging)),
    refused,
    notAdded,
  };
}

export function readingOf({ terms, locale }: Judging): Reading {
  return { minuteStep: terms.minuteStep, locale };
}

function statusOf(state: RowState, line: Line, reading: Reading): RowStatus {
  if (state.conflict !== null) return 'conflict';
  if (state.refused.length > 0) return 'refused';
  if (!isUnsaved(state, reading)) return 'saved';
  if (line === 'offline' || line === 'loggedOut') return line;
  return state.sent === null ? 'unsaved' : 'saving';
}

export function conflictsOf(states: Iterable<RowState>, reading: Reading): readonly CellConflict[] {
  return [...states].flatMap((state) => {
    const { base, mine, conflict } = state;
    if (conflict === null) return [];
    const { theirs, by, at } = conflict;
    const { placementId, participantName } = base.row;
    return conflictingFields(state, reading).map((field) => ({
      placementId,
      name: participantName,
      field,
      mine: mine[field] ?? '',
      theirs: theirs.typed[field] ?? '',
      changedBy: by,
      changedAt: at,
    }));
  });
}
