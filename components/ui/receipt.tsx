import type { ReactNode } from 'react';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Icon } from '#components/ui/icon.tsx';

export interface ReceiptProps {
  /** What is now done, as a sentence: the page's h1. */
  title: ReactNode;
  facts: readonly Fact[];
  /** What happens next, and who does it. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** A confirmation that stays: it has an address, can be printed, and says what was done, when and what comes next. */
export function Receipt({ title, facts, children, actions }: ReceiptProps) {
  return (
    <section className="card max-w-[760px] rounded-lg border border-line border-t-4 border-t-ok bg-sheet p-8 max-md:px-4 max-md:py-6">
      <h1 className="flex items-start gap-3 text-2xl">
        <Icon name="ok" className="text-ok" />
        {title}
      </h1>
      <DescriptionList facts={facts} className="mt-6 border-t border-line" />
      {children !== undefined && <div className="mt-6 max-w-measure">{children}</div>}
      {actions !== undefined && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
    </section>
  );
}
