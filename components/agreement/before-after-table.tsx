import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { BeforeAfter } from '#lib/domain/agreement/impact.ts';
import { ore } from '#lib/shared/money.ts';

interface BeforeAfterTableProps {
  caption: string;
  head: string;
  rows: readonly { key: string; name: ReactNode; sums: BeforeAfter }[];
}

/** Sums under the version that is followed and under the draft, and the difference. */
export function BeforeAfterTable({ caption, head, rows }: BeforeAfterTableProps) {
  const t = useTranslations('agreement.impact');
  const example = <Example />;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', head, cell: ({ name }) => name },
          {
            key: 'before',
            head: t('before'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={sums.before} />,
          },
          {
            key: 'after',
            head: t('after'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={sums.after} />,
          },
          {
            key: 'difference',
            head: t('difference'),
            unit: example,
            numeric: true,
            cell: ({ sums }) => <Amount value={ore(sums.after - sums.before)} signed />,
          },
        ]}
      />
    </Sheet>
  );
}
