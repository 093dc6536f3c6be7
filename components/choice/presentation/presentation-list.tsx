import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PresentationStatus } from '#lib/domain/administration/presentation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export const STATUS_TONE: Readonly<Record<PresentationStatus, Tone>> = {
  draft: 'none',
  submitted: 'wait',
  approved: 'ok',
  returned: 'warn',
  withdrawn: 'none',
};

interface PresentationListProps {
  offices: readonly {
    readonly officeId: string;
    readonly name: string;
    readonly place: string;
    readonly shown: Date | null;
    readonly open: PresentationStatus | null;
    readonly reason: string | null;
  }[];
}

/** The provider's offices, what is shown of each and what is under way. */
export function PresentationList({ offices }: PresentationListProps) {
  const t = useTranslations('administration.presentation');
  const tTitle = useTranslations('administration');
  const locale = useLocale();
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/administration', words: tTitle('title') }]} here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Sheet className="px-6 py-4 max-md:px-4">
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={offices}
          rowKey={({ officeId }) => officeId}
          columns={[
            {
              key: 'office',
              head: t('office'),
              cell: ({ officeId, name, place }) => (
                <>
                  <TextLink href={`/provider/administration/presentations/${officeId}`}>{name}</TextLink>
                  <small className="block font-normal text-ink-2">{place}</small>
                </>
              ),
            },
            {
              key: 'shown',
              head: t('shown'),
              cell: ({ shown }) =>
                shown === null ? (
                  <Status tone="none">{t('notShown')}</Status>
                ) : (
                  <Status tone="ok">
                    {t('shownSince', { date: formatDate(plainDateFromDate(shown), locale) })}
                  </Status>
                ),
            },
            {
              key: 'open',
              head: t('open'),
              wide: true,
              cell: ({ open, reason }) =>
                open === null ? (
                  t('nothing')
                ) : (
                  <Status tone={STATUS_TONE[open]} reason={reason ?? undefined}>
                    {t(`status.${open}`)}
                  </Status>
                ),
            },
          ]}
        />
      </Sheet>
    </>
  );
}
