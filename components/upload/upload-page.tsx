import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { uploadHref } from '#components/upload/upload-address.ts';
import { UploadForm } from '#components/upload/upload-form.tsx';
import { UploadStatus } from '#components/upload/upload-state.tsx';
import type { UploadSummary } from '#lib/domain/upload/upload-view.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Month } from '#lib/shared/month.ts';

interface UploadPageProps {
  month: Month;
  uploads: readonly UploadSummary[];
  formKey: string;
  attempt: KeptForm | null;
}

/** A month as a file: the template to fill in, the form to upload it, and what was uploaded before. */
export function UploadPage({ month, uploads, formKey, attempt }: UploadPageProps) {
  const t = useTranslations('upload.form');
  const tMonths = useTranslations('reporting.month');
  const locale = useLocale();
  const name = formatMonth(month, locale);
  const template = `/api/provider/months/${month}/template`;
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <Breadcrumbs
        above={[
          { href: '/provider/months', words: tMonths('title') },
          { href: `/provider/months/${month}`, words: capitalFirst(name) },
        ]}
        here={t('here')}
      />
      <PageHeading title={t('title', { month: name })} lead={t('lead')} />
      <PageSection title={t('templateTitle')}>
        <p className="mb-4 max-w-measure">{t('templateText')}</p>
        <div className="flex flex-wrap gap-3">
          <LinkAction href={`${template}?format=xlsx`} icon="download" download>
            {t('xlsx')}
          </LinkAction>
          <LinkAction href={`${template}?format=csv`} icon="download" look="plain" download>
            {t('csv')}
          </LinkAction>
        </div>
      </PageSection>
      <PageSection title={t('fileTitle')}>
        <UploadForm month={month} formKey={formKey} attempt={attempt} />
      </PageSection>
      <PageSection title={t('earlier')} note={t('earlierNote')}>
        {uploads.length === 0 ? (
          <p className="text-ink-2">{t('earlierEmpty')}</p>
        ) : (
          <Earlier uploads={uploads} />
        )}
      </PageSection>
    </>
  );
}

function Earlier({ uploads }: Pick<UploadPageProps, 'uploads'>) {
  const t = useTranslations('upload.form');
  return (
    <DataTable
      caption={t('earlier')}
      captionHidden
      rows={uploads}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          head: t('fileName'),
          cell: ({ id, month, fileName }) => (
            <TextLink href={`${uploadHref(month)}/${id}`} className="break-all">
              {fileName}
            </TextLink>
          ),
        },
        {
          key: 'received',
          head: t('received'),
          cell: ({ receivedAt }) => <InstantText instant={receivedAt} />,
        },
        { key: 'state', head: t('state'), cell: (upload) => <UploadStatus upload={upload} /> },
      ]}
    />
  );
}
