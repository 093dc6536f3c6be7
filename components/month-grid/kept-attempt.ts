import { GRID_FIELDS, type GridField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { sameTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { GridRow } from '#lib/domain/month-grid/month-grid.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

/** A cell that somebody else has changed since it was shown: what was typed, and what they have kept. */
export type ChangedCell = {
  readonly placementId: string;
  readonly name: string;
  readonly field: GridField;
  readonly mine: string;
  readonly theirs: string;
};

/** What was typed into the form that could not be saved, by placement. */
function typedIn({ values }: KeptForm): ReadonlyMap<string, TypedMonth> {
  const rows = new Map<string, TypedMonth>();
  for (const [name, placementId] of Object.entries(values)) {
    const at = /^rows\.(\d+)\.placementId$/.exec(name)?.[1];
    if (at === undefined) continue;
    const typed = GRID_FIELDS.flatMap((field) => {
      const text = values[`rows.${at}.typed.${field}`]?.trim() ?? '';
      return text === '' ? [] : [[field, text] as const];
    });
    rows.set(placementId, Object.fromEntries(typed));
  }
  return rows;
}

/** The rows as they were typed the last time, over what is kept: nothing that was written is lost by a refusal. */
export function rowsAsTyped(rows: readonly GridRow[], attempt: KeptForm): readonly GridRow[] {
  const typed = typedIn(attempt);
  return rows.map((row) => {
    const own = row.isOpen ? typed.get(row.row.placementId) : undefined;
    return own === undefined || sameTyped(own, row.typed) ? row : { ...row, typed: own };
  });
}

/** The cells in which what was typed and what somebody else has kept meanwhile are not the same. */
export function changedCells(rows: readonly GridRow[], attempt: KeptForm | null): readonly ChangedCell[] {
  if (attempt === null) return [];
  const changed = new Set(
    attempt.problem.errors.flatMap(({ code, pointer }) =>
      code === 'draftChanged' ? [attempt.values[`${pointer.slice(1).replaceAll('/', '.')}.placementId`]] : [],
    ),
  );
  const typed = typedIn(attempt);
  return rows.flatMap(({ row: { placementId, participantName: name }, typed: kept }) => {
    const own = changed.has(placementId) ? typed.get(placementId) : undefined;
    if (own === undefined) return [];
    return GRID_FIELDS.flatMap((field) => {
      const [mine, theirs] = [own[field] ?? '', kept[field] ?? ''];
      return mine === theirs ? [] : [{ placementId, name, field, mine, theirs }];
    });
  });
}
