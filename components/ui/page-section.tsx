import { type ReactNode, useId } from 'react';
import { cx } from '#components/ui/class-names.ts';

export interface PageSectionProps {
  title: ReactNode;
  /** Under the title, in small type. */
  note?: ReactNode;
  /** On paper it begins a page: its table is too long to begin at the foot of another. */
  ownPage?: boolean | undefined;
  /** Left out on paper: there is nothing in it but what is done on a screen. */
  offPaper?: boolean | undefined;
  children: ReactNode;
}

/** A part of a long page: its title in the margin, its content on the right. */
export function PageSection(props: PageSectionProps) {
  const { title, note, ownPage = false, offPaper = false, children } = props;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'mt-12 grid gap-x-8 gap-y-3 border-t border-line-strong pt-6 lg:grid-cols-[12.5rem_minmax(0,1fr)]',
        ownPage && 'print:break-before-page',
        offPaper && 'no-print',
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
