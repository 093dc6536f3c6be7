import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

interface QueueViewProps {
  waiting: readonly {
    readonly id: string;
    readonly providerName: string;
    readonly officeName: string;
    readonly place: string;
    readonly submittedAt: Date;
    readonly isFirst: boolean;
  }[];
  done: 'approved' | 'returned' | null;
}

/** Presentations that wait to be reviewed. */
export function QueueView({ waiting, done }: QueueViewProps) {
  const t = useTranslations('administration.presentation');
  return (
    <>
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <PageHeading title={t('queue.title')} lead={t('queue.lead')} />
      {waiting.length === 0 ? (
        <EmptyState>{t('queue.empty')}</EmptyState>
      ) : (
        <Sheet className="px-6 py-4 max-md:px-4">
          <DataTable
            caption={t('queue.caption')}
            captionHidden
            rows={waiting}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'office',
                head: t('office'),
                cell: ({ id, officeName, place, isFirst }) => (
                  <>
                    <TextLink href={`/admin/presentations/${id}`}>{officeName}</TextLink>
                    <small className="block font-normal text-ink-2">
                      {place}
                      {isFirst && ` · ${t('queue.first')}`}
                    </small>
                  </>
                ),
              },
              { key: 'provider', head: t('queue.provider'), cell: ({ providerName }) => providerName },
              {
                key: 'submitted',
                head: t('queue.submitted'),
                cell: ({ submittedAt }) => <InstantText instant={submittedAt} style="day" />,
              },
            ]}
          />
        </Sheet>
      )}
    </>
  );
}
