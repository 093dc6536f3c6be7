import { formatDate, formatDay, formatMonthName } from '#lib/shared/format-date.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { dayOf, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

const SWEDISH = 'måndag tisdag onsdag torsdag fredag lördag söndag';

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  sv: SWEDISH.split(' '),
  'sv-simple': SWEDISH.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  ar: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد'.split(' '),
  so: 'Isniin Talaado Arbaco Khamiis Jimce Sabti Axad'.split(' '),
  ti: 'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት'.split(' '),
  prs: 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه'.split(' '),
  uk: 'понеділок вівторок середа четвер п’ятниця субота неділя'.split(' '),
};

/** Languages whose days and months are cut to three letters where there is little room; others are written out. */
const SHORTENED: readonly Locale[] = ['sv', 'en'];

/** `date` 12 maj 2026 · `day` 12 maj · `weekday` tisdag 12 maj · `weekdayDate` tisdag 12 maj 2026 · `short` tis 12 maj */
export type DateStyle = 'date' | 'day' | 'weekday' | 'weekdayDate' | 'short';

/** The name of the day of the week: `tisdag`, `Tuesday`. */
export function weekdayInWords(date: PlainDate, locale: Locale): string {
  return WEEKDAYS[locale][isoWeekday(date) - 1] ?? '';
}

/** The date in one of the ways that people write it. The weekday stands with every deadline. */
export function dateInWords(date: PlainDate, locale: Locale, style: DateStyle = 'date'): string {
  const weekday = weekdayInWords(date, locale);
  const day = formatDay(date, locale);
  const ways: Record<DateStyle, string> = {
    date: formatDate(date, locale),
    day,
    weekday: `${weekday} ${day}`,
    weekdayDate: `${weekday} ${formatDate(date, locale)}`,
    short: SHORTENED.includes(locale)
      ? `${weekday.slice(0, 3)} ${dayOf(date)} ${formatMonthName(date, locale).slice(0, 3)}`
      : `${weekday} ${day}`,
  };
  return ways[style];
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
});

/** What a clock in Sweden shows: `14.32`, in other languages than Swedish `14:32`. */
export function clockInWords(instant: Date, locale: Locale): string {
  const clock = CLOCK.format(instant);
  return locale === 'sv' || locale === 'sv-simple' ? clock.replace(':', '.') : clock;
}
