import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** A day and the hour, for sentences. */
export function instantWords(instant: Date, locale: Locale): string {
  return `${dateInWords(plainDateFromDate(instant), locale, 'date')} ${clockInWords(instant, locale)}`;
}
