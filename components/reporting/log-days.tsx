import { useLocale, useTranslations } from 'next-intl';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { LoggedEntry, WeekLog, WeekParticipant } from '#lib/domain/activity/week-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly mayLog: boolean };
type Logged = { readonly who: WeekParticipant; readonly entry: LoggedEntry };

/** The week's days with what was done, the latest first; days to come are left out. */
export function LogDays({ log, filter, mayLog }: Props) {
  const t = useTranslations('reporting.log');
  const locale = useLocale();
  const days = [6, 5, 4, 3, 2, 1, 0]
    .map((after) => addDays(log.weekFrom, after))
    .filter((date) => date <= log.today);
  const logged = log.participants.flatMap((who) => who.entries.map((entry): Logged => ({ who, entry })));
  if (logged.length === 0) return <p className="text-ink-2">{t('emptyWeek')}</p>;
  return (
    <div className="grid gap-6">
      {days.map((date) => {
        const words = dateInWords(date, locale, 'weekday');
        const own = logged.filter(({ entry }) => entry.date === date);
        return (
          <section key={date} aria-labelledby={`day-${date}`}>
            <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 id={`day-${date}`} className="text-lg">
                {words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1)}
              </h2>
              {own.length > 0 && (
                <span className="text-xs text-ink-3">
                  {formatHours(
                    own.reduce((sum, { entry }) => sum + entry.minutes, 0),
                    locale,
                  )}
                </span>
              )}
            </div>
            {own.length === 0 ? (
              <p className="text-ink-3">{t('emptyDay')}</p>
            ) : (
              <Sheet className="px-5 py-1 max-md:px-4">
                <ul>
                  {own.map((item) => (
                    <Entry key={item.entry.id} item={item} filter={filter} mayLog={mayLog} date={date} />
                  ))}
                </ul>
              </Sheet>
            )}
          </section>
        );
      })}
    </div>
  );
}

type EntryProps = Pick<Props, 'filter' | 'mayLog'> & { readonly item: Logged; readonly date: PlainDate };

function Entry({ item: { who, entry }, filter, mayLog, date }: EntryProps) {
  const t = useTranslations('reporting.log');
  const locale = useLocale();
  const of = `${activityName(entry.activity, locale)}, ${who.participantName}`;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0 sm:grid-cols-[12rem_minmax(0,1fr)_auto]">
      <TextLink href={`/provider/participants/${who.placementId}`} className="font-medium">
        {who.participantName}
      </TextLink>
      <div>
        {activityName(entry.activity, locale)}, {formatHours(entry.minutes, locale)}
        {entry.form !== null && `, ${formName(entry.form, locale)}`}
        {entry.language !== null && `, ${languageName(entry.language, locale)}`}
        {who.planned !== null && !who.planned.includes(entry.activity) && (
          <span className="mt-0.5 flex items-center gap-2 text-warn">
            <Icon name="warn" />
            {t('notPlanned')}
          </span>
        )}
        {entry.note !== '' && <small className="block text-ink-2">{entry.note}</small>}
        {entry.coachName !== null && (
          <small className="block text-ink-3">{t('by', { name: entry.coachName })}</small>
        )}
      </div>
      {mayLog && (
        <div className="no-print flex gap-4">
          {(['change', 'remove'] as const).map((how) => (
            <TextLink
              key={how}
              href={`${logHref({ ...filter, week: date }, { page: filter.page, [how]: entry.id })}#entry`}
              className="max-md:py-2"
            >
              {t(how)}
              <span className="sr-only"> {of}</span>
            </TextLink>
          ))}
        </div>
      )}
    </li>
  );
}
