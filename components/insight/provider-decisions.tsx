import { useTranslations } from 'next-intl';
import { PartText } from '#components/insight/part-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DocumentCount, ProviderPage, ReasonCount } from '#lib/domain/insight/provider-page.ts';

type Props = { readonly page: ProviderPage };

/** What was decided and why, what was sent beside reports, and what people complained of. */
export function DecisionSections({ page }: Props) {
  const t = useTranslations('review-insight.provider');
  const { reasons, documents, complaints, figures } = page;
  return (
    <>
      <PageSection title={t('decisions')} note={t('decisionsNote')}>
        <p className="mb-4">
          {t('refused')} <PartText {...figures.refused} />
        </p>
        {reasons.length === 0 ? <p className="text-ink-2">{t('noReasons')}</p> : <ReasonTable page={page} />}
      </PageSection>
      <PageSection title={t('documents')} note={t('documentsNote')}>
        {documents.length === 0 ? (
          <p className="text-ink-2">{t('noDocuments')}</p>
        ) : (
          <DocumentTable page={page} />
        )}
      </PageSection>
      <PageSection title={t('complaints')} note={t('complaintsNote')}>
        <ComplaintCounts complaints={complaints} />
        <p className="no-print mt-4">
          <TextLink href={`/review/providers/${figures.providerId}/complaints`}>{t('toComplaints')}</TextLink>
        </p>
      </PageSection>
    </>
  );
}

function ReasonTable({ page: { reasons } }: Props) {
  const t = useTranslations('review-insight.provider');
  const words = useTranslations('review.decide.reasons');
  const number = (key: 'returned' | 'proposed' | 'rejected' | 'rows'): Column<ReasonCount> => ({
    key,
    head: t(`reason.${key}`),
    numeric: true,
    cell: (row) => row[key],
  });
  return (
    <DataTable<ReasonCount>
      caption={t('decisions')}
      captionHidden
      rows={reasons}
      rowKey={({ reason }) => reason}
      columns={[
        { key: 'reason', head: t('reason.why'), cell: ({ reason }) => words(reason) },
        number('returned'),
        number('proposed'),
        number('rejected'),
        number('rows'),
      ]}
    />
  );
}

function DocumentTable({ page: { documents } }: Props) {
  const t = useTranslations('review-insight.provider');
  const kinds = useTranslations('document.kinds');
  const number = (key: 'sent' | 'late' | 'open' | 'returned' | 'rejected'): Column<DocumentCount> => ({
    key,
    head: t(`document.${key}`),
    numeric: true,
    cell: (row) => row[key],
  });
  return (
    <DataTable<DocumentCount>
      caption={t('documents')}
      captionHidden
      rows={documents}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', head: t('document.kind'), cell: ({ kind }) => kinds(kind) },
        number('sent'),
        number('late'),
        number('open'),
        number('returned'),
        number('rejected'),
      ]}
    />
  );
}

function ComplaintCounts({ complaints: { byCategory } }: Pick<ProviderPage, 'complaints'>) {
  const t = useTranslations('review-insight');
  if (byCategory.length === 0) return <p className="text-ink-2">{t('provider.noComplaints')}</p>;
  return (
    <DataTable<ProviderPage['complaints']['byCategory'][number]>
      caption={t('provider.complaints')}
      captionHidden
      rows={byCategory}
      rowKey={({ category }) => category}
      columns={[
        {
          key: 'category',
          head: t('complaints.what'),
          cell: ({ category }) => t(`complaints.category.${category}`),
        },
        { key: 'count', head: t('provider.count'), numeric: true, cell: ({ count }) => count },
      ]}
    />
  );
}
