import { useLocale, useTranslations } from 'next-intl';
import { CardSection } from '#components/participants/card-section.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CardEvent } from '#lib/domain/placement/card-event.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

/** What has happened, the latest first. */
export function CardEvents({ card: { events, placementId } }: { readonly card: ParticipantCard }) {
  const t = useTranslations('participants.events');
  return (
    <CardSection id="events" title={t('title')}>
      <Sheet className="p-5 max-md:px-4">
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={events.rows}
          rowKey={({ kind, key }) => `${kind} ${key}`}
          columns={[
            { key: 'what', head: t('what'), wide: true, cell: (event) => <What event={event} /> },
            { key: 'on', head: t('day'), cell: ({ on }) => <DateText date={on} /> },
            { key: 'by', head: t('by'), cell: ({ by }) => by ?? t('none') },
          ]}
        />
        <Pagination
          page={events.page}
          pages={Math.ceil(events.total / events.pageSize)}
          hrefOf={(page) => `/provider/participants/${placementId}?events=${page}#events`}
        />
      </Sheet>
    </CardSection>
  );
}

function What({ event }: { readonly event: CardEvent }) {
  const t = useTranslations();
  const locale = useLocale();
  switch (event.kind) {
    case 'decided':
    case 'started':
    case 'secondPeriod':
      return t(`participants.events.${event.kind}`);
    case 'ended':
      return t('participants.events.ended', { reason: event.endReason ?? 'none' });
    case 'plan':
      return t('participants.events.plan', { number: event.number, extended: String(event.extended) });
    case 'coach':
      return t(`participants.events.coach.${event.change}`, { from: event.from ?? '', to: event.to ?? '' });
    case 'report':
      return (
        <TextLink href={`/provider/reports/${event.reportId}`}>
          {t(`participants.events.report.${event.decision}`, { month: formatMonth(event.month, locale) })}
        </TextLink>
      );
    case 'document':
      return (
        <TextLink href={`/provider/documents/${event.documentId}`}>
          {t('participants.events.document', {
            kind: t(`document.kinds.${event.document}`),
            act: t(`document.acts.${event.act}`).toLocaleLowerCase(locale),
          })}
        </TextLink>
      );
    case 'outcome':
      return t(`participants.events.outcome.${event.type}`);
  }
}
