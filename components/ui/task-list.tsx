import { type ReactNode, useId } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { TextLink } from '#components/ui/text-link.tsx';

export interface TaskDayProps {
  /** Short and large: `I dag`, `6 nov`, `Senare`. */
  day: ReactNode;
  /** Under it: `3 november`, `på fredag`. */
  detail?: ReactNode;
  /** Today: under the one strong rule. */
  now?: boolean | undefined;
  children: ReactNode;
}

/** What is to be done by a day, the nearest day first. Holds tasks. */
export function TaskDay({ day, detail, now = false, children }: TaskDayProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx(
        'mb-8 grid gap-x-4 gap-y-3 border-t pt-5 md:grid-cols-[6.5rem_minmax(0,1fr)]',
        now ? 'border-t-3 border-accent' : 'border-line-strong',
      )}
    >
      <h2
        id={id}
        className="flex items-baseline gap-x-3 text-sm leading-snug font-medium tracking-normal text-ink-2 md:block"
      >
        <span className="block text-2xl leading-none font-bold tracking-[-0.02em] whitespace-nowrap text-ink max-md:text-xl md:mb-1">
          {day}
        </span>{' '}
        {detail}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

export interface TaskProps {
  href: string;
  /** The verb and its object. */
  title: ReactNode;
  children?: ReactNode;
  /** How it stands, when that needs a person. */
  status?: ReactNode;
  /** What it is worth, or that it is required. */
  worth?: ReactNode;
}

export function Task({ href, title, children, status, worth }: TaskProps) {
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <h3>
          <TextLink
            href={href}
            className="text-ink decoration-accent hover:text-accent max-md:inline-block max-md:py-1"
          >
            {title}
          </TextLink>
        </h3>
        {children !== undefined && <div className="mt-1 max-w-[58ch] text-ink-2">{children}</div>}
        {status !== undefined && <div className="mt-1">{status}</div>}
      </div>
      {worth !== undefined && <div className="leading-snug md:text-end">{worth}</div>}
    </li>
  );
}
