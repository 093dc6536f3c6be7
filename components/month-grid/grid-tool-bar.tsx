'use client';

import type { ReactNode } from 'react';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { SaveWords } from '#components/month-grid/save-words.tsx';
import { useHeld } from '#components/month-grid/use-held.ts';

type Props = {
  /** Which rows are shown: on phones, too, where there is no grid to have tools for. */
  readonly views: ReactNode;
  readonly children: ReactNode;
};

/** Above the grid: tools, what was last done in it, and whether what is typed is kept. */
export function GridToolBar({ views, children }: Props) {
  const { said } = useGridTools();
  const words = useHeld(said, (now) => now);
  return (
    <div className="no-print mt-4 mb-3 flex flex-wrap items-start gap-x-6 gap-y-1">
      {views}
      {children}
      <div className="ms-auto flex min-h-9 flex-wrap items-center gap-x-6 max-md:hidden">
        <output className="font-medium">{words}</output>
        <SaveWords />
      </div>
    </div>
  );
}
