import { type ReactNode, useId } from 'react';
import { cx } from '#components/ui/class-names.ts';

export interface SheetProps {
  children: ReactNode;
  title?: ReactNode;
  /** Beside the title: what the figures are, or where to see more. */
  aside?: ReactNode;
  /** Of the title; 3 for cards in a list that has a heading of its own. */
  level?: 2 | 3 | undefined;
  className?: string | undefined;
}

/** White paper on the warm ground, for what belongs together. Its own padding is left to what lies on it. */
export function Sheet({ children, className }: Pick<SheetProps, 'children' | 'className'>) {
  return <div className={cx('sheet rounded-lg border border-line bg-sheet', className)}>{children}</div>;
}

/** A sheet with a title and room around. Equal things get equal cards. */
export function Card({ children, title, aside, level = 2, className }: SheetProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      className={cx('card rounded-lg border border-line bg-sheet p-(--room)', className)}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <Heading id={id} className="text-lg">
            {title}
          </Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** The one filled panel of a page: the day something must be done. */
export function DeepPanel({ children, className }: Pick<SheetProps, 'children' | 'className'>) {
  return (
    <section
      className={cx(
        'deep rounded-lg border border-deep bg-deep p-8 text-on-deep max-md:px-5 max-md:py-6',
        className,
      )}
    >
      {children}
    </section>
  );
}
