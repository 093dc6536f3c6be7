import { useLocale, useTranslations } from 'next-intl';
import { instantWords } from '#components/export/instant-words.ts';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import type { ExportView } from '#lib/domain/export/export-kind.ts';

/** What one has asked for, and how it stands. */
export function ExportTable({ exports }: { exports: readonly ExportView[] }) {
  const t = useTranslations('administration.export');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={exports}
      rowKey={({ id }) => id}
      columns={[
        { key: 'asked', head: t('asked'), cell: ({ requestedAt }) => instantWords(requestedAt, locale) },
        {
          key: 'content',
          head: t('content'),
          wide: true,
          cell: ({ kinds, format, since }) => (
            <>
              {kinds.map((kind) => t(`kinds.${kind}`)).join(', ')}
              <small className="block text-ink-2">
                {[
                  t(`formats.${format}`),
                  ...(since === null ? [] : [t('sinceShort', { at: instantWords(since, locale) })]),
                ].join(' · ')}
              </small>
            </>
          ),
        },
        { key: 'state', head: t('state'), cell: (made) => <ExportStatus made={made} /> },
      ]}
    />
  );
}

function ExportStatus({ made }: { made: ExportView }) {
  const t = useTranslations('administration.export');
  const locale = useLocale();
  const { id, state, rowsDone, rowsTotal, requestedAt, fetchedAt } = made;
  switch (state) {
    case 'waiting':
      return <Status tone="wait">{t('states.waiting')}</Status>;
    case 'running':
      return <Status tone="wait">{t('states.running', { done: rowsDone, total: rowsTotal })}</Status>;
    case 'failed':
      return <Status tone="stop">{t('states.failed')}</Status>;
    case 'gone':
      return <Status tone="none">{t('states.gone')}</Status>;
    case 'fetched':
      return (
        <Status tone="ok" reason={t('rows', { count: rowsDone })}>
          {t('states.fetched', { at: instantWords(fetchedAt ?? requestedAt, locale) })}
        </Status>
      );
    case 'ready':
      return (
        <form
          method="post"
          action={`/api/provider/exports/${id}/file`}
          className="grid justify-items-start gap-1"
        >
          <Status tone="ok" reason={t('rows', { count: rowsDone })}>
            {t('states.ready')}
          </Status>
          <Button look="go" aria-label={t('fetchOf', { at: instantWords(requestedAt, locale) })}>
            {t('fetch')}
          </Button>
        </form>
      );
  }
}
