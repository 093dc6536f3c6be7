import type { ReactNode } from 'react';

/** The column that a page is written in. An action bar stands after it, not in it. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="band pt-7 pb-24 max-md:pt-5 max-md:pb-16">{children}</div>;
}
