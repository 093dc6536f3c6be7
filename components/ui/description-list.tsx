import type { ReactNode } from 'react';
import { cx } from '#components/ui/class-names.ts';

export interface Fact {
  term: string;
  /** The term as it is shown, where it leads to what it means. */
  shown?: ReactNode;
  detail: ReactNode;
}

export interface DescriptionListProps {
  facts: readonly Fact[];
  /** `rows`: term left, detail beside. `line`: side by side under a title. `ends`: detail to the right, for amounts. */
  layout?: 'rows' | 'line' | 'ends' | undefined;
  className?: string | undefined;
}

const LISTS = {
  rows: 'grid',
  line: 'flex flex-wrap gap-x-8 gap-y-2',
  ends: 'grid gap-1',
} as const;

const ITEMS = {
  rows: 'grid gap-x-6 border-b border-line py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]',
  line: '',
  ends: 'flex flex-wrap items-baseline justify-between gap-x-4',
} as const;

const TERMS = { rows: 'text-ink-2', line: 'text-xs text-ink-3', ends: '' } as const;

const DETAILS = { rows: 'font-medium', line: 'font-medium', ends: 'text-end font-medium' } as const;

export function DescriptionList({ facts, layout = 'rows', className }: DescriptionListProps) {
  return (
    <dl className={cx(LISTS[layout], className)}>
      {facts.map(({ term, shown = term, detail }) => (
        <div key={term} className={ITEMS[layout]}>
          <dt className={TERMS[layout]}>{shown}</dt>
          <dd className={DETAILS[layout]}>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
