import { GRID_FIELDS, type GridField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';

export type MergedDraft = {
  /** Both changes together; a cell in conflict as it is in `mine`. */
  readonly merged: TypedMonth;
  /** Cells that both have changed, to different texts: somebody has to choose. */
  readonly conflicts: readonly GridField[];
};

/**
 * Puts two changes of the same month together, cell by cell: what only one of them changed is taken from that one. Cells
 * in which both say the same are no conflict.
 */
export function mergeDrafts(base: TypedMonth, mine: TypedMonth, theirs: TypedMonth): MergedDraft {
  const merged: Partial<Record<GridField, string>> = {};
  const conflicts: GridField[] = [];
  for (const field of GRID_FIELDS) {
    const [before, ours, others] = [base[field] ?? '', mine[field] ?? '', theirs[field] ?? ''];
    const text = ours === before ? others : ours;
    if (text !== '') merged[field] = text;
    if (ours !== before && others !== before && ours !== others) conflicts.push(field);
  }
  return { merged, conflicts };
}
