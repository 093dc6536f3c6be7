import { useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName, isSupport } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { CardEntry, ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Props = { readonly card: ParticipantCard; readonly mayLog: boolean };

/** What was logged in the month that goes on. */
export function CardLog({ card, mayLog }: Props) {
  const t = useTranslations('participants.log');
  const locale = useStaffLocale();
  const month = formatMonth(card.month, locale);
  const columns: readonly Column<CardEntry>[] = [
    {
      key: 'date',
      head: t('day'),
      sum: t('support'),
      cell: ({ date }) => <DateText date={date} style="short" />,
    },
    {
      key: 'activity',
      head: t('activity'),
      cell: ({ activity, note, coveredBy }) => (
        <>
          {activityName(activity, locale)}
          {note !== '' && <small>{note}</small>}
          {coveredBy !== null && <small>{t('covered', { name: coveredBy })}</small>}
        </>
      ),
    },
    { key: 'form', head: t('form'), cell: ({ form }) => (form === null ? '–' : formName(form, locale)) },
    {
      key: 'minutes',
      head: t('time'),
      numeric: true,
      cell: ({ minutes }) => formatHours(minutes, locale),
      sum: formatHours(
        card.entries.reduce((sum, { activity, minutes }) => sum + (isSupport(activity) ? minutes : 0), 0),
        locale,
      ),
    },
  ];
  const action = mayLog ? (
    <LinkAction href={`/provider/log?participant=${card.placementId}`} icon="plus">
      {t('add')}
    </LinkAction>
  ) : undefined;
  return (
    <section aria-labelledby="log">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="log" className="text-lg">
          {t('title', { month })}
        </h2>
        {card.entries.length > 0 && (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <TextLink href={`/provider/log/month?month=${card.month}&participant=${card.placementId}`}>
              {t('calendar')}
            </TextLink>
            {action}
          </div>
        )}
      </div>
      {card.entries.length === 0 ? (
        <EmptyState action={action}>{t('empty', { month })}</EmptyState>
      ) : (
        <Sheet className="p-5 max-md:px-4">
          <DataTable
            caption={t('title', { month })}
            captionHidden
            columns={columns}
            rows={card.entries}
            rowKey={({ id }) => id}
          />
        </Sheet>
      )}
    </section>
  );
}
