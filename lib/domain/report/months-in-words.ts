import { formatMonth } from '#lib/shared/format-date.ts';
import { addMonthsTo, type Month } from '#lib/shared/month.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** So many months in a row (1 or more), the last of them `last`, as they end a sentence: `i februari 2026 och mars 2026`. */
export function monthsInWords(last: Month, months: number, locale: ProblemLocale): string {
  const through = formatMonth(last, locale);
  const from = formatMonth(addMonthsTo(last, 1 - months), locale);
  if (months === 1) return locale === 'sv' ? `i ${through}` : `in ${through}`;
  if (months === 2) return locale === 'sv' ? `i ${from} och ${through}` : `in ${from} and ${through}`;
  return locale === 'sv' ? `från ${from} till och med ${through}` : `from ${from} through ${through}`;
}
