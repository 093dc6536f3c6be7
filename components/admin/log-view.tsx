import { useTranslations } from 'next-intl';
import { ChainCard } from '#components/admin/chain-card.tsx';
import { listHref } from '#components/admin/list-href.ts';
import { LogDownload } from '#components/admin/log-download.tsx';
import { LogFilter } from '#components/admin/log-filter.tsx';
import { LogPersonForm } from '#components/admin/log-person-form.tsx';
import { LogTable } from '#components/admin/log-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuditSearch, LastCheckpoint } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';

type Props = {
  readonly search: AuditSearch;
  readonly filter: AuditSearchInput;
  /** What was asked for could not be read, and everything is shown. */
  readonly isInvalid: boolean;
  /** What a search by identity number came to, where it came to nobody. */
  readonly found: 'nobody' | 'unreadable' | null;
};

/** The auditor's first page: the log with ways to search it, and how its chain stands. */
export function LogView({ search, filter, isInvalid, found }: Props) {
  const t = useTranslations('admin.log');
  const { before, ...filters } = filter;
  const isFiltered = Object.values(filters).some((value) => value !== '' && value !== null);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {search.chain.checkpoint !== null && !holds(search.chain.checkpoint) && (
        <Notice tone="stop" className="mb-6">
          {t('broken')}
        </Notice>
      )}
      {isInvalid && (
        <Notice tone="warn" className="mb-6">
          {t('invalid')}
        </Notice>
      )}
      {found !== null && (
        <Notice tone="warn" className="mb-6">
          {t(`found.${found}`)}
        </Notice>
      )}
      <Sheet className="p-6 max-md:px-4">
        <LogFilter filter={filter} isFiltered={isFiltered} />
        {filter.participant !== '' && <p className="mt-4">{t('onePerson')}</p>}
        <div className="no-print mt-4">
          <LogPersonForm />
        </div>
        <div className="mt-6">
          {search.entries.length === 0 ? (
            <EmptyState action={isFiltered ? <LinkAction href="/admin">{t('clear')}</LinkAction> : undefined}>
              {search.unknownReference ? t('unknownReference') : t(isFiltered ? 'emptyFiltered' : 'empty')}
            </EmptyState>
          ) : (
            <LogTable entries={search.entries} />
          )}
        </div>
        <div className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
          {before !== undefined && <TextLink href={listHref('/admin', filters)}>{t('newest')}</TextLink>}
          {search.olderThan !== null && (
            <TextLink href={listHref('/admin', { ...filters, before: search.olderThan })} rel="next">
              {t('older')}
            </TextLink>
          )}
        </div>
        <div className="no-print mt-4">
          <LogDownload filters={filters} />
        </div>
      </Sheet>
      <PageSection title={t('chain')} note={t('chainNote')}>
        <ChainCard chain={search.chain} />
      </PageSection>
    </>
  );
}

function holds({ genuine, agrees }: LastCheckpoint): boolean {
  return genuine && agrees;
}
