import type { Locale } from '#lib/shared/i18n/locale.ts';
import type { Month } from '#lib/shared/month.ts';
import { dayOf, monthNumberOf, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

const SWEDISH = 'januari februari mars april maj juni juli augusti september oktober november december';

/** In each language's own words for the months of the calendar that Sweden goes by. */
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  sv: SWEDISH.split(' '),
  'sv-simple': SWEDISH.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  so: 'Janaayo Febraayo Maarso Abriil Maayo Juun Luulyo Agosto Sebtembar Oktoobar Noofembar Diseembar'.split(
    ' ',
  ),
  ti: 'ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ'.split(' '),
  prs: 'جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر'.split(' '),
  uk: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень'.split(
    ' ',
  ),
};

/** Where the month has another ending beside a day: `12 травня`, but `травень 2026`. */
const BESIDE_A_DAY: Partial<Record<Locale, readonly string[]>> = {
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(' '),
};

/** The month's name standing alone: `mars`, in English `March`. */
export function formatMonthName(of: Month | PlainDate, locale: Locale = 'sv'): string {
  return MONTHS[locale][monthNumberOf(of) - 1] ?? '';
}

/** The month with its year: `mars 2021`. */
export function formatMonth(of: Month, locale: Locale = 'sv'): string {
  return `${formatMonthName(of, locale)} ${yearOf(of)}`;
}

/** The day and its month: `12 maj`, in Ukrainian `12 травня`. */
export function formatDay(date: PlainDate, locale: Locale = 'sv'): string {
  const months = BESIDE_A_DAY[locale] ?? MONTHS[locale];
  return `${dayOf(date)} ${months[monthNumberOf(date) - 1] ?? ''}`;
}

/** The date as people read it: `12 maj 2026`, in English `12 May 2026`. */
export function formatDate(date: PlainDate, locale: Locale = 'sv'): string {
  return `${formatDay(date, locale)} ${yearOf(date)}`;
}
