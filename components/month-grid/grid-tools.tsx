'use client';

import { type ChangeEvent, createContext, useContext } from 'react';
import type { Option } from '#components/ui/inputs.tsx';
import type { GridStore } from '#lib/client/month-grid/grid-store.ts';
import type { Held } from '#lib/client/month-grid/held.ts';
import type { Selection } from '#lib/client/month-grid/selection.ts';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import type { Month } from '#lib/shared/month.ts';

/** What every part of the grid needs; the same object for as long as the page stands. */
export type GridTools = {
  readonly month: Month;
  /**
   * The form was sent as a form, and refused: it is sent so again, by its button. What others have kept meanwhile is told
   * beside it, and would be written over if the page saved by itself.
   */
  readonly isPlain: boolean;
  readonly locale: 'sv' | 'en';
  readonly seesMoney: boolean;
  readonly store: GridStore;
  readonly selection: Held<Selection | null>;
  /** Rows that are open, by placement. */
  readonly open: Held<ReadonlySet<string>>;
  /** What was last said to everybody: what a paste came to, for instance. */
  readonly said: Held<string>;
  /** Columns to type in, and rows of the page, in their order. */
  readonly page: Held<GridPage>;
  readonly onType: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
  /** Made on the server: names of languages are not the same in every browser. */
  readonly languages: readonly Option[];
};

export type GridPage = {
  readonly fields: readonly GridField[];
  readonly placements: readonly string[];
  /** Place of the page's first row among all rows. */
  readonly first: number;
  /** All rows that the filters leave, over the pages. */
  readonly order: readonly string[];
};

const Tools = createContext<GridTools | null>(null);

export const GridToolsProvider = Tools.Provider;

export function useGridTools(): GridTools {
  const tools = useContext(Tools);
  if (tools === null) throw new Error('A part of the grid stands outside it');
  return tools;
}
