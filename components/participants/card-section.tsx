import type { ReactNode } from 'react';

type Props = {
  /** The anchor, and the id of the heading. */
  readonly id: string;
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the card with a heading and an address of its own. */
export function CardSection({ id, title, aside, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
