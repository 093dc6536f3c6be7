import { type ReactNode, useId } from 'react';
import { cx } from '#components/ui/class-names.ts';

export interface PageSectionProps {
  title: ReactNode;
  /** Under the title, in small type. */
  note?: ReactNode;
  /** On paper it begins a page: its table is too long to begin at the foot of another. */
  ownPage?: boolean | undefined;
  children: ReactNode;
}

/** A part of a long page: its title in the margin, its content on the right. */
export function PageSection({ title, note, ownPage = false, children }: PageSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'mt-12 grid gap-x-8 gap-y-3 border-t border-line-strong pt-6 lg:grid-cols-[12.5rem_minmax(0,1fr)]',
        ownPage && 'print:break-before-page',
      )}
    >
      <div>
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {note !== undefined && <p className="mt-1 text-xs text-ink-3">{note}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
