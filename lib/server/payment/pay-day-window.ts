import { acceptedThrough } from '#lib/domain/payment/accepted-through.ts';
import { payDaysFrom } from '#lib/domain/statement/pay-day.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A coming pay day with the days of acceptance that lead to it: after `after` (null: however early), through `through`. */
export type PayDayWindow = {
  readonly payOn: PlainDate;
  readonly after: PlainDate | null;
  readonly through: PlainDate;
};

/** The next pay days with their windows: what was accepted for an earlier one and not paid comes with the first. */
export function payDayWindows(today: PlainDate, count: number, terms: Terms): readonly PayDayWindow[] {
  const days = payDaysFrom(today, count, terms);
  return days.map((payOn, index) => {
    const before = days[index - 1];
    return {
      payOn,
      after: before === undefined ? null : acceptedThrough(before, terms),
      through: acceptedThrough(payOn, terms),
    };
  });
}

const MOST_AHEAD = 24;

/** The window of a coming pay day, or null where the day is none. */
export function windowOf(payOn: PlainDate, today: PlainDate, terms: Terms): PayDayWindow | null {
  return payDayWindows(today, MOST_AHEAD, terms).find((window) => window.payOn === payOn) ?? null;
}
