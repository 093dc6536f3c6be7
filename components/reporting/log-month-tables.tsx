import { useTranslations } from 'next-intl';
import { type LogMonthFilter, logMonthHref } from '#components/reporting/log-href.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName, isSupport } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { MonthLog, MonthParticipant } from '#lib/domain/activity/month-log.ts';
import type { LoggedEntry } from '#lib/domain/activity/week-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

type PeopleProps = {
  readonly log: MonthLog;
  readonly filter: LogMonthFilter;
  readonly mayLog: boolean;
};

/** What the month holds of each participant, with the way to each one's log. */
export function LogMonthPeople({ log, filter, mayLog }: PeopleProps) {
  const t = useTranslations('log.month');
  const locale = useStaffLocale();
  const columns: readonly Column<MonthParticipant>[] = [
    {
      key: 'name',
      head: t('participant'),
      cell: ({ placementId, participantName }) => (
        <TextLink href={logMonthHref(filter, { participant: placementId })}>{participantName}</TextLink>
      ),
    },
    {
      key: 'support',
      head: t('support'),
      numeric: true,
      cell: ({ support }) => formatHours(support, locale),
    },
    { key: 'count', head: t('count'), numeric: true, cell: ({ entries }) => entries },
    { key: 'days', head: t('days'), numeric: true, cell: ({ days }) => days },
    ...(mayLog
      ? [
          {
            key: 'log',
            head: t('log'),
            headHidden: true,
            cell: ({ placementId, participantName }: MonthParticipant) => (
              <TextLink href={`/provider/log?participant=${placementId}`} className="no-print">
                {t('log')}
                <span className="sr-only"> {participantName}</span>
              </TextLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <section>
      <h2 className="mb-3 text-lg">{t('participants')}</h2>
      <Sheet className="p-5 max-md:px-4">
        <DataTable
          caption={t('participants')}
          captionHidden
          columns={columns}
          rows={log.participants}
          rowKey={({ placementId }) => placementId}
        />
      </Sheet>
    </section>
  );
}

/** Everything that is logged for one participant in the month. */
export function LogMonthEntries({ entries }: { readonly entries: readonly LoggedEntry[] }) {
  const t = useTranslations('log.month');
  const locale = useStaffLocale();
  const support = entries.reduce(
    (sum, { activity, minutes }) => sum + (isSupport(activity) ? minutes : 0),
    0,
  );
  const columns: readonly Column<LoggedEntry>[] = [
    {
      key: 'date',
      head: t('day'),
      sum: t('sum'),
      cell: ({ date }) => <DateText date={date} style="short" />,
    },
    {
      key: 'activity',
      head: t('activity'),
      wide: true,
      cell: ({ activity, language, note, coachName }) => (
        <>
          {activityName(activity, locale)}
          {language !== null && `, ${languageName(language, locale)}`}
          {note !== '' && <small>{note}</small>}
          {coachName !== null && <small>{t('by', { name: coachName })}</small>}
        </>
      ),
    },
    { key: 'form', head: t('form'), cell: ({ form }) => (form === null ? '–' : formName(form, locale)) },
    {
      key: 'minutes',
      head: t('time'),
      numeric: true,
      cell: ({ minutes }) => formatHours(minutes, locale),
      sum: formatHours(support, locale),
    },
  ];
  return (
    <Sheet className="p-5 max-md:px-4">
      <DataTable
        caption={t('count')}
        captionHidden
        columns={columns}
        rows={entries}
        rowKey={({ id }) => id}
      />
    </Sheet>
  );
}
