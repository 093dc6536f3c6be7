import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/class-names.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type LoggedDay, type MonthLog, weeksOf } from '#lib/domain/activity/month-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords, weekdayInWords } from '#lib/shared/i18n/date-words.ts';
import { dayOf, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly log: Pick<MonthLog, 'month' | 'days' | 'today'>;
  readonly caption: string;
  /** To the week of a day. */
  readonly hrefOf: (date: PlainDate) => string;
  /** Of one participant it says how many activities, of several how many participants. */
  readonly isOne: boolean;
};

/** A month as people know it: weeks from Monday. On a phone the days with something in them stand in a list. */
export function LogCalendar({ log, caption, hrefOf, isOne }: Props) {
  const locale = useStaffLocale();
  const byDate = new Map(log.days.map((day) => [day.date, day]));
  const weeks = weeksOf(log.month);
  const heads = weeks[1] ?? [];
  return (
    <>
      <table className="hidden w-full table-fixed border-collapse bg-sheet md:table print:table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map(
              (date) =>
                date !== null && (
                  <th
                    key={date}
                    scope="col"
                    className="border border-line px-2 py-2 text-start text-xs font-medium text-ink-2"
                  >
                    {weekdayInWords(date, locale)}
                  </th>
                ),
            )}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the weeks of a month never change places
            <tr key={index}>
              {week.map((date, weekday) => (
                <td
                  key={date ?? `${index} ${weekday}`}
                  className={cx(
                    'h-24 border border-line p-2 align-top',
                    date === null && 'bg-sunken',
                    date === log.today && 'outline-3 -outline-offset-3 outline-accent',
                  )}
                >
                  {date !== null && (
                    <>
                      <span className={date === log.today ? 'font-bold' : 'text-ink-3'}>{dayOf(date)}</span>
                      <DayWords day={byDate.get(date)} date={date} hrefOf={hrefOf} isOne={isOne} />
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="md:hidden print:hidden">
        {log.days.map((day) => (
          <li
            key={day.date}
            className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 border-t border-line py-3 first:border-t-0"
          >
            <span className="font-medium">{dateInWords(day.date, locale, 'short')}</span>
            <DayWords day={day} date={day.date} hrefOf={hrefOf} isOne={isOne} />
          </li>
        ))}
      </ol>
    </>
  );
}

type WordsProps = Pick<Props, 'hrefOf' | 'isOne'> & {
  readonly day: LoggedDay | undefined;
  readonly date: PlainDate;
};

function DayWords({ day, date, hrefOf, isOne }: WordsProps) {
  const t = useTranslations('log.month');
  const locale = useStaffLocale();
  if (day === undefined) return null;
  return (
    <TextLink href={hrefOf(date)} className="block leading-snug">
      <b>{day.support > 0 ? formatHours(day.support, locale) : t('ownOnly')}</b>
      <span className="block text-xs">
        {isOne ? t('entries', { count: day.entries }) : t('people', { count: day.participants })}
      </span>
      <span className="sr-only">
        {dateInWords(date, locale, 'weekday')}. {t('toWeek')}
      </span>
    </TextLink>
  );
}
