import { useSyncExternalStore } from 'react';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import type { GridStore, RowView, Saving, Totals } from '#lib/client/month-grid/grid-store.ts';

export type { RowView } from '#lib/client/month-grid/grid-store.ts';

function useStore<Part>(part: (store: GridStore) => Part): Part {
  const { store } = useGridTools();
  const now = (): Part => part(store);
  return useSyncExternalStore(store.subscribe, now, now);
}

/** A row as it is kept, as it is typed and as it stands; the same object until something in it changes. */
export function useRow(placementId: string): RowView {
  const row = useStore((store) => store.row(placementId));
  if (row === undefined) throw new Error('A row is shown that the grid has not got');
  return row;
}

export function useTotals(): Totals {
  return useStore((store) => store.totals());
}

export function useSaving(): Saving {
  return useStore((store) => store.saving());
}

export function useConflicts(): ReturnType<GridStore['conflicts']> {
  return useStore((store) => store.conflicts());
}
