import type { Month } from '#lib/shared/month.ts';
import { dayOf, monthNumberOf, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

const MONTHS = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;
type DateLocale = keyof typeof MONTHS;

/** The month's name: `mars`, in English `March`. */
export function formatMonthName(of: Month | PlainDate, locale: DateLocale = 'sv'): string {
  return MONTHS[locale][monthNumberOf(of) - 1] ?? '';
}

/** The month with its year: `mars 2021`. */
export function formatMonth(of: Month, locale: DateLocale = 'sv'): string {
  return `${formatMonthName(of, locale)} ${yearOf(of)}`;
}

/** The date as people read it: `12 maj 2026`, in English `12 May 2026`. */
export function formatDate(date: PlainDate, locale: DateLocale = 'sv'): string {
  return `${dayOf(date)} ${formatMonthName(date, locale)} ${yearOf(date)}`;
}
