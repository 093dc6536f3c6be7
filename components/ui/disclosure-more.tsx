import type { ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';

export interface DisclosureMoreProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  className?: string | undefined;
}

/** More for those who want it. Everything in it is printed. */
export function DisclosureMore({ summary, children, open, className }: DisclosureMoreProps) {
  return (
    <details className={cx('more', className)} open={open}>
      <summary>
        {summary}
        <Icon name="down" />
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
