import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PublishedVersions } from '#lib/domain/admin/published-versions.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What is agreed, as published. */
export function AgreementListView({ versions }: { readonly versions: PublishedVersions }) {
  const t = useTranslations('admin.agreements');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <PageSection title={t('agreements')}>
        <Agreements versions={versions} />
      </PageSection>
      <PageSection title={t('terms')}>
        <TermsVersions versions={versions} />
      </PageSection>
    </>
  );
}

function Agreements({ versions }: { readonly versions: PublishedVersions }) {
  const t = useTranslations('admin.agreements');
  if (versions.agreements.length === 0) return <EmptyState>{t('noAgreements')}</EmptyState>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('agreements')}
        captionHidden
        rows={versions.agreements}
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
            cell: ({ publishedOn }) => <DateText date={publishedOn} />,
          },
        ]}
      />
    </Sheet>
  );
}

function TermsVersions({ versions }: { readonly versions: PublishedVersions }) {
  const t = useTranslations('admin.agreements');
  if (versions.terms.length === 0) return <EmptyState>{t('noTerms')}</EmptyState>;
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('terms')}
        captionHidden
        rows={versions.terms}
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
