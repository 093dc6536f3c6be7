import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedVersion } from '#lib/domain/agreement/version-draft.ts';

/** Agreement versions as published, with how much they are used. */
export function AgreementTable({ versions }: { versions: readonly ListedVersion[] }) {
  const t = useTranslations('agreement.list');
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('agreements')}
        captionHidden
        rows={versions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('name'),
            cell: ({ id, name }) => (
              <TextLink href={`/admin/agreements/${encodeURIComponent(id)}`}>{name}</TextLink>
            ),
          },
          { key: 'id', head: t('id'), cell: ({ id }) => id },
          {
            key: 'published',
            head: t('published'),
            cell: ({ publishedOn, publishedBy }) => (
              <>
                <DateText date={publishedOn} />
                <small className="block">
                  {publishedBy === null ? t('loaded') : t('publishedBy', { name: publishedBy })}
                </small>
              </>
            ),
          },
          { key: 'placements', head: t('placements'), numeric: true, cell: ({ placements }) => placements },
          { key: 'lines', head: t('lines'), numeric: true, cell: ({ statementLines }) => statementLines },
        ]}
      />
    </Sheet>
  );
}
