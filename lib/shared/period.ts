import { daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

declare const periodBrand: unique symbol;

/** Consecutive days, half-open: `from` is in it, `to` is not. Never empty; made only by {@link createPeriod}. */
export type Period = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly [periodBrand]: true;
};

/** The period from `from` up to `to`; `emptyPeriod` unless `from` is before `to`. */
export function createPeriod(from: PlainDate, to: PlainDate): Result<Period, 'emptyPeriod'> {
  if (from >= to) return err('emptyPeriod');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a pair of dates gets its brand
  return ok(Object.freeze({ from, to }) as Period);
}

/** As {@link createPeriod}, for ends known to be right; throws RangeError otherwise. */
export function period(from: PlainDate, to: PlainDate): Period {
  const created = createPeriod(from, to);
  if (!created.ok) throw new RangeError(`A period must hold at least one day: ${from}–${to}`);
  return created.value;
}

export function contains(of: Period, date: PlainDate): boolean {
  return of.from <= date && date < of.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The days that lie in both, or null where there are none. */
export function intersect(a: Period, b: Period): Period | null {
  const created = createPeriod(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to);
  return created.ok ? created.value : null;
}

/** The number of days, at least 1. */
export function days(of: Period): number {
  return daysBetween(of.from, of.to);
}
