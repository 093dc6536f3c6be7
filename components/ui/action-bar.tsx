import type { ReactNode } from 'react';

export interface ActionBarProps {
  /** What going on would do, with its sum. */
  children: ReactNode;
  actions: ReactNode;
}

/** Stays at the foot of a long page with what can be done now. On phones it is the last thing on the page. */
export function ActionBar({ children, actions }: ActionBarProps) {
  return (
    <div className="no-print mt-8 border-t border-line-strong bg-sheet md:sticky md:bottom-0 md:z-5">
      <div className="band flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
        <div className="leading-snug">{children}</div>
        <div className="flex flex-wrap items-center gap-3">{actions}</div>
      </div>
    </div>
  );
}
