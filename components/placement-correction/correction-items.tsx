import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { CorrectionPage, ShownItem } from '#lib/domain/placement-correction/correction.ts';

/** Every placement, from what to what, with its kronor. */
export function CorrectionItems({ page }: { readonly page: CorrectionPage }) {
  const t = useTranslations('placement-correction.items');
  const { items, correction } = page;
  const change = (from: string, to: string): string => (from === to ? from : `${from} → ${to}`);
  return (
    <Sheet className="p-6 max-md:px-4">
      <DataTable<ShownItem>
        caption={t('caption')}
        captionHidden
        rows={items}
        rowKey={({ placementId }) => placementId}
        columns={[
          {
            key: 'reference',
            head: t('reference'),
            cell: ({ implementationReference }) => implementationReference,
          },
          { key: 'provider', head: t('provider'), cell: ({ providerName }) => providerName },
          { key: 'level', head: t('level'), cell: ({ fromLevel, toLevel }) => change(fromLevel, toLevel) },
          {
            key: 'agreement',
            head: t('agreement'),
            cell: ({ fromAgreementVersionId, toAgreementVersionId }) =>
              change(fromAgreementVersionId, toAgreementVersionId),
          },
          {
            key: 'difference',
            head: t('difference'),
            unit: <Example />,
            numeric: true,
            cell: ({ differenceOre }) => <Amount value={differenceOre} exact signed />,
          },
          {
            key: 'next',
            head: t('next'),
            numeric: true,
            cell: ({ nextOre }) => <Amount value={nextOre} exact />,
          },
        ]}
      />
      <Pagination
        page={page.page}
        pages={Math.ceil(correction.placements / page.pageSize)}
        hrefOf={(number) => `/admin/corrections/${correction.id}?page=${number}`}
      />
    </Sheet>
  );
}
