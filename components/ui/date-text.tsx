import { useLocale } from 'next-intl';
import { formatMonth } from '#lib/shared/format-date.ts';
import { clockInWords, type DateStyle, dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Month } from '#lib/shared/month.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

export interface DateTextProps {
  date: PlainDate;
  /** `weekday` with a deadline; the year only where it may be unclear. */
  style?: DateStyle | undefined;
}

export function DateText({ date, style }: DateTextProps) {
  const locale = useLocale();
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {dateInWords(date, locale, style)}
    </time>
  );
}

export interface MonthTextProps {
  month: Month;
}

export function MonthText({ month }: MonthTextProps) {
  const locale = useLocale();
  return <time dateTime={month}>{formatMonth(month, locale)}</time>;
}

export interface InstantTextProps {
  instant: Date;
  style?: DateStyle | undefined;
}

/** A day and the hour on a Swedish clock: `12 maj 2026 14.32`. */
export function InstantText({ instant, style = 'date' }: InstantTextProps) {
  const locale = useLocale();
  const day = dateInWords(plainDateFromDate(instant), locale, style);
  return <time dateTime={instant.toISOString()}>{`${day} ${clockInWords(instant, locale)}`}</time>;
}
