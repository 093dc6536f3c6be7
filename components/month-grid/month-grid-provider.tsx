'use client';

import { type ChangeEvent, type ReactNode, useEffect, useState } from 'react';
import { type GridPage, type GridTools, GridToolsProvider } from '#components/month-grid/grid-tools.tsx';
import type { Option } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { createGridStore, type GridStore } from '#lib/client/month-grid/grid-store.ts';
import { hold } from '#lib/client/month-grid/held.ts';
import type { Selection } from '#lib/client/month-grid/selection.ts';
import { GRID_FIELDS, type GridField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow, MonthGrid } from '#lib/domain/month-grid/month-grid.ts';

type Props = {
  readonly grid: MonthGrid;
  /** The rows as they were typed the last time, where the form without JavaScript was refused; null: it was not. */
  readonly typedAgain: readonly GridRow[] | null;
  readonly fields: readonly GridField[];
  readonly seesMoney: boolean;
  readonly personId: string;
  readonly languages: readonly Option[];
  readonly children: ReactNode;
};

/** Most rows that are open from the start. */
const MOST_OPEN = 5;

/** Round the grid and what follows it: what is typed outlives the page of it that is shown, so undo goes over pages. */
export function MonthGridProvider({ children, ...given }: Props) {
  const locale = useStaffLocale();
  const [tools] = useState(() => createTools(given, locale));
  const { store, page, isPlain } = tools;
  // Another page of the grid has come: its rows have to be there before they are drawn.
  store.load(given.grid);
  page.set(pageOf(given));
  useEffect(() => (isPlain ? undefined : store.start()), [store, isPlain]);
  return <GridToolsProvider value={tools}>{children}</GridToolsProvider>;
}

type Given = Omit<Props, 'children'>;

function createTools(given: Given, locale: GridTools['locale']): GridTools {
  const { grid, typedAgain, personId, seesMoney, languages } = given;
  const store = createGridStore({ grid, personId, locale });
  for (const { row, typed } of typedAgain ?? []) typeAgain(store, row.placementId, typed);
  const page = hold<GridPage>(pageOf(given));
  const blocked = grid.rows.filter(({ row }) => row.state === 'blocked');
  return {
    month: grid.month,
    isPlain: typedAgain !== null,
    locale,
    seesMoney,
    languages,
    store,
    page,
    selection: hold<Selection | null>(null),
    said: hold(''),
    open: hold<ReadonlySet<string>>(new Set(blocked.slice(0, MOST_OPEN).map(({ row }) => row.placementId))),
    onType(event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) {
      const [row, column] = (event.currentTarget.dataset['cell'] ?? '').split('-').map(Number);
      const placementId = page.get().placements[row ?? -1];
      const field = page.get().fields[column ?? -1];
      if (placementId !== undefined && field !== undefined)
        store.edit([{ placementId, field, text: event.currentTarget.value }]);
    },
  };
}

function typeAgain(store: GridStore, placementId: string, typed: TypedMonth): void {
  store.edit(GRID_FIELDS.map((field) => ({ placementId, field, text: typed[field] ?? '' })));
}

function pageOf({ grid, fields }: Given): GridPage {
  const placements = grid.rows.map(({ row }) => row.placementId);
  const first = placements[0] === undefined ? 0 : grid.order.indexOf(placements[0]);
  return { fields, placements, first, order: grid.order };
}
