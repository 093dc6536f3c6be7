import { useLocale, useTranslations } from 'next-intl';
import { DocumentStatusText } from '#components/document/document-status.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnDocuments } from '#lib/domain/document/document-pages.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** Everything that has been sent about the participant, but the months, which have a page of their own. */
export function OwnDocumentList({
  documents: { documents, page, pages },
}: {
  readonly documents: OwnDocuments;
}) {
  const t = useTranslations('document');
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t('list.own')} lead={t('list.ownLead')} />
      {documents.length === 0 ? (
        <EmptyState>{t('list.ownEmpty')}</EmptyState>
      ) : (
        <Sheet className="px-6 py-3 max-md:px-4">
          <ul className="grid">
            {documents.map(({ id, kind, status, submittedOn, providerName }) => (
              <li key={id} className="grid gap-1 border-b border-line py-4 last:border-b-0 sm:grid-cols-2">
                <div>
                  <TextLink className="font-medium" href={`/participant/documents/${id}`}>
                    {t(`kinds.${kind}`)}
                  </TextLink>
                  <p className="text-sm text-ink-2">
                    {t('list.sent', { day: formatDate(submittedOn, locale) })} · {providerName}
                  </p>
                </div>
                <DocumentStatusText document={{ kind, status }} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `/participant/documents?page=${to}`} />
    </>
  );
}
