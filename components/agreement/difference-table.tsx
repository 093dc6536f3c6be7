import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { Difference } from '#lib/domain/agreement/difference.ts';

interface DifferenceTableProps {
  differences: readonly Difference[];
  nothing: string;
}

/** What a draft changes, before and after, in the words of the agreement. */
export function DifferenceTable({ differences, nothing }: DifferenceTableProps) {
  const t = useTranslations('agreement.draft');
  if (differences.length === 0) return <p className="text-ink-2">{nothing}</p>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('difference')}
        captionHidden
        rows={differences}
        rowKey={({ key }) => key}
        columns={[
          { key: 'place', head: t('place'), cell: ({ place }) => place },
          { key: 'before', head: t('before'), cell: ({ before }) => before ?? t('notThere') },
          { key: 'after', head: t('after'), cell: ({ after }) => <b>{after ?? t('notThere')}</b> },
        ]}
      />
    </Sheet>
  );
}
