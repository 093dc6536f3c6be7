import { type RefObject, useEffect } from 'react';
import type { GridTools } from '#components/month-grid/grid-tools.tsx';
import type { CellEdit } from '#lib/client/month-grid/grid-store.ts';

/**
 * Takes up what somebody has typed while the page was on its way: nobody heard it then. Cells are not filled in by the
 * browser itself (`autocomplete`), so a text that differs is theirs.
 */
export function useTypedBefore(root: RefObject<HTMLElement | null>, tools: GridTools): void {
  useEffect(() => {
    if (tools.isPlain) return;
    const cells = root.current?.querySelectorAll<HTMLInputElement>('input[data-cell]') ?? [];
    const edits = [...cells].flatMap((cell) => editIn(cell, tools));
    if (edits.length > 0) tools.store.edit(edits);
  }, [root, tools]);
}

function editIn({ dataset, value }: HTMLInputElement, { page, store }: GridTools): CellEdit[] {
  const [row, column] = (dataset['cell'] ?? '').split('-').map(Number);
  const placementId = page.get().placements[row ?? -1];
  const field = page.get().fields[column ?? -1];
  if (placementId === undefined || field === undefined) return [];
  const drawn = store.row(placementId)?.typed[field] ?? '';
  return value === drawn ? [] : [{ placementId, field, text: value }];
}
