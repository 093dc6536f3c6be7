import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import type { ProtectedEvent } from '#lib/domain/protected-identity/protected-identity.ts';

/** What has been done, the latest first. */
export function ProtectedEvents({ events }: { events: readonly ProtectedEvent[] }) {
  const t = useTranslations('protected-identity');
  return (
    <DataTable
      caption={t('events.caption')}
      captionHidden
      rows={events}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: t('events.what'),
          cell: ({ kind, whom }) => t(`events.kind.${kind}`, { whom: whom ?? '–' }),
        },
        { key: 'when', head: t('events.when'), cell: ({ at }) => <InstantText instant={new Date(at)} /> },
        { key: 'by', head: t('events.by'), cell: ({ by }) => by },
        {
          key: 'why',
          head: t('events.why'),
          wide: true,
          cell: ({ kind, reason, why }) =>
            kind === 'named' || kind === 'unnamed' || kind === 'liftStopped'
              ? why
              : [...(reason === 'other' ? [] : [t(`reasons.${reason}`)]), ...(why === '' ? [] : [why])].join(
                  '. ',
                ),
        },
      ]}
    />
  );
}
