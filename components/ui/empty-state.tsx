import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** One sentence: why it is empty, and when it will not be. */
  children: ReactNode;
  /** The one thing to do now. */
  action?: ReactNode;
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-4 rounded-lg border border-dashed border-line-strong px-6 py-8">
      <p className="max-w-lead text-base text-ink-2">{children}</p>
      {action}
    </div>
  );
}
