import { type ReactNode, useId } from 'react';

export interface PageSectionProps {
  title: ReactNode;
  /** Under the title, in small type. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part of a long page: its title in the margin, its content on the right. */
export function PageSection({ title, note, children }: PageSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mt-12 grid gap-x-8 gap-y-3 border-t border-line-strong pt-6 lg:grid-cols-[12.5rem_minmax(0,1fr)]"
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
