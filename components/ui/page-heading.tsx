import type { ReactNode } from 'react';

export interface PageHeadingProps {
  title: ReactNode;
  /** What is left, by when, what it is worth. */
  lead?: ReactNode;
  /** At the end of the row: a view switch, or a tool. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** The next step first: title, then what it is about in one or two sentences. */
export function PageHeading({ title, lead, aside, children }: PageHeadingProps) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-12 gap-y-4">
      <div className="min-w-0">
        <h1>{title}</h1>
        {lead !== undefined && <p className="mt-2 max-w-lead text-lg text-ink-2">{lead}</p>}
        {children}
      </div>
      {aside}
    </div>
  );
}
