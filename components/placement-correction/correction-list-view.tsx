import { useTranslations } from 'next-intl';
import { CorrectionState } from '#components/placement-correction/correction-state.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedCorrection } from '#lib/domain/placement-correction/correction.ts';

type Props = { readonly corrections: readonly ListedCorrection[]; readonly mayDeclare: boolean };

/** Corrections of placements, the latest first, and the way to a new one. */
export function CorrectionListView({ corrections, mayDeclare }: Props) {
  const t = useTranslations('placement-correction');
  const declare = mayDeclare ? (
    <LinkAction href="/admin/corrections/new" look="go">
      {t('list.new')}
    </LinkAction>
  ) : undefined;
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} aside={corrections.length > 0 && declare} />
      {corrections.length === 0 ? (
        <EmptyState action={declare}>{t('list.empty')}</EmptyState>
      ) : (
        <Sheet className="p-6 max-md:px-4">
          <DataTable<ListedCorrection>
            caption={t('list.title')}
            captionHidden
            rows={corrections}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'what',
                head: t('list.what'),
                cell: ({ id, what, declaredByName }) => (
                  <>
                    <TextLink href={`/admin/corrections/${id}`}>{what.slice(0, 120)}</TextLink>
                    <small className="block text-ink-3">{t('list.by', { name: declaredByName })}</small>
                  </>
                ),
              },
              {
                key: 'declared',
                head: t('list.declared'),
                cell: ({ declaredAt }) => <InstantText instant={new Date(declaredAt)} />,
              },
              {
                key: 'status',
                head: t('list.status'),
                cell: ({ status }) => <CorrectionState status={status} />,
              },
              {
                key: 'placements',
                head: t('list.placements'),
                numeric: true,
                cell: ({ placements }) => placements,
              },
              {
                key: 'difference',
                head: t('list.difference'),
                unit: <Example />,
                numeric: true,
                cell: ({ differenceOre }) => <Amount value={differenceOre} signed />,
              },
            ]}
          />
        </Sheet>
      )}
    </>
  );
}
