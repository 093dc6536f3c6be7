import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishBankCalendar } from '#lib/shared/workdays.ts';

/**
 * The last day on which a statement can be accepted and still be paid on `payDay`, a day on which banks move money: the
 * terms' lead in working days ends on it at the latest (compensation model section 6).
 */
export function acceptedThrough(payDay: PlainDate, terms: Pick<Terms, 'payLeadWorkdays'>): PlainDate {
  if (terms.payLeadWorkdays === 0) return payDay;
  const year = yearOf(payDay);
  const calendar = swedishBankCalendar([year - 1, year]);
  return addDays(addWorkdays(payDay, 1 - terms.payLeadWorkdays, calendar), -1);
}
