import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedTerms } from '#lib/domain/admin/published-versions.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export interface TermsTableProps {
  versions: readonly ListedTerms[];
}

/** Terms as published, each with the days that it holds. */
export function TermsTable({ versions }: TermsTableProps) {
  const t = useTranslations('agreement.list');
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('terms')}
        captionHidden
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'from',
            head: t('validFrom'),
            cell: ({ id, validFrom }) => (
              <TextLink href={`/admin/terms/${encodeURIComponent(id)}`}>
                <DateText date={validFrom} />
              </TextLink>
            ),
          },
          { key: 'id', head: t('id'), cell: ({ id }) => id },
          {
            key: 'until',
            head: t('until'),
            cell: ({ to }) => (to === null ? t('untilNext') : <DateText date={addDays(to, -1)} />),
          },
        ]}
      />
    </Sheet>
  );
}
