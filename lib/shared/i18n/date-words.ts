import { formatDate, formatMonthName } from '#lib/shared/format-date.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { dayOf, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

const WEEKDAYS = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<Locale, readonly string[]>;

/** `date` 12 maj 2026 · `day` 12 maj · `weekday` tisdag 12 maj · `weekdayDate` tisdag 12 maj 2026 · `short` tis 12 maj */
export type DateStyle = 'date' | 'day' | 'weekday' | 'weekdayDate' | 'short';

/** The name of the day of the week: `tisdag`, `Tuesday`. */
export function weekdayInWords(date: PlainDate, locale: Locale): string {
  return WEEKDAYS[locale][isoWeekday(date) - 1] ?? '';
}

/** The date in one of the ways that people write it. The weekday stands with every deadline. */
export function dateInWords(date: PlainDate, locale: Locale, style: DateStyle = 'date'): string {
  const weekday = weekdayInWords(date, locale);
  const day = `${dayOf(date)} ${formatMonthName(date, locale)}`;
  const ways: Record<DateStyle, string> = {
    date: formatDate(date, locale),
    day,
    weekday: `${weekday} ${day}`,
    weekdayDate: `${weekday} ${formatDate(date, locale)}`,
    short: `${weekday.slice(0, 3)} ${dayOf(date)} ${formatMonthName(date, locale).slice(0, 3)}`,
  };
  return ways[style];
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
});

/** What a clock in Sweden shows: `14.32`, in English `14:32`. */
export function clockInWords(instant: Date, locale: Locale): string {
  const clock = CLOCK.format(instant);
  return locale === 'sv' ? clock.replace(':', '.') : clock;
}
