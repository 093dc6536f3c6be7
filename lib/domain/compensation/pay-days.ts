import { rowsInTime } from '#lib/domain/compensation/rates.ts';
import { serviceOf } from '#lib/domain/compensation/service.ts';
import type {
  AbsenceFact,
  AgreementVersion,
  BasePayRate,
  PlacementFacts,
} from '#lib/domain/compensation/types.ts';
import { countBelow, type WorkingDays, workingDaysOf } from '#lib/domain/compensation/working-days.ts';
import { civilDateOf, daysInMonth, epochDayOf } from '#lib/shared/epoch-day.ts';
import { type Month, monthFrom } from '#lib/shared/month.ts';
import { fromEpochDay, type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';

/** The pay days of a month that fall under one rate row, and how they were counted. */
export type RatePayDays = {
  readonly rate: BasePayRate;
  /** The service days, half-open; two stretches where one period ends and the next begins. */
  readonly serviceDays: readonly { readonly from: PlainDate; readonly to: PlainDate }[];
  readonly workingDays: number;
  readonly unpaidAbsences: readonly AbsenceFact[];
  readonly payDays: number;
};

/** A calendar month with service days. */
export type PayMonth = {
  readonly month: Month;
  readonly lastDay: number;
  readonly byRate: readonly RatePayDays[];
};

type UnpaidDay = AbsenceFact & { readonly day: number };
type Draft = { month: Month; lastDay: number; byRate: RatePayDays[] };

/** For each working day with an absence that removes its pay, the first such absence, in order of date. */
function unpaidDays(agreement: AgreementVersion, facts: PlacementFacts, working: WorkingDays): UnpaidDay[] {
  const reasons = agreement.basePay.noPayAbsences;
  if (reasons.length === 0) return [];
  const byDay = new Map<number, UnpaidDay>();
  for (const { date, reason } of facts.absences) {
    const day = toEpochDay(date);
    if (reasons.includes(reason) && !byDay.has(day) && working.isWorkingDay(day))
      byDay.set(day, { date, reason, day });
  }
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}

/** Adds a stretch's days to those already counted under the same rate row, or starts with it. */
function added(before: RatePayDays | undefined, piece: RatePayDays): RatePayDays {
  if (before === undefined) return piece;
  return {
    rate: piece.rate,
    serviceDays: [...before.serviceDays, ...piece.serviceDays],
    workingDays: before.workingDays + piece.workingDays,
    unpaidAbsences: [...before.unpaidAbsences, ...piece.unpaidAbsences],
    payDays: before.payDays + piece.payDays,
  };
}

/**
 * The pay days of every month that has service days and has closed, in order, by rate row: service days that are
 * working days, less those with an absence that removes pay (compensation model section 3, step 1). Service is cut
 * at every change of month and rate, so that each piece is one multiplication.
 */
export function payMonthsOf(agreement: AgreementVersion, facts: PlacementFacts): readonly PayMonth[] {
  const working = workingDaysOf(agreement.workdays);
  const unpaid = unpaidDays(agreement, facts, working);
  const unpaidOn = unpaid.map(({ day }) => day);
  const rates = rowsInTime(agreement.basePay.rates);
  const asOf = toEpochDay(facts.asOf);
  const months: Draft[] = [];
  let row = 0;
  for (const stretch of serviceOf(facts.placement).stretches) {
    let from = stretch.from;
    while (from < stretch.to) {
      const { year, month } = civilDateOf(from);
      const lastDay = epochDayOf(year, month, daysInMonth(year, month));
      if (lastDay >= asOf) return months;
      while ((rates[row + 1]?.from ?? Infinity) <= from) row += 1;
      const rate = rates[row];
      if (rate === undefined || rate.from > from)
        throw new RangeError(`No rate in force on ${fromEpochDay(from)}`);
      const to = Math.min(stretch.to, lastDay + 1, rate.to);
      const workingDays = working.count(from, to);
      const absences = unpaid.slice(countBelow(unpaidOn, from), countBelow(unpaidOn, to));
      let current = months.at(-1);
      if (current?.lastDay !== lastDay) {
        current = { month: monthFrom(year, month), lastDay, byRate: [] };
        months.push(current);
      }
      const before = current.byRate.at(-1)?.rate === rate.row ? current.byRate.pop() : undefined;
      current.byRate.push(
        added(before, {
          rate: rate.row,
          serviceDays: [{ from: fromEpochDay(from), to: fromEpochDay(to) }],
          workingDays,
          unpaidAbsences: absences.map(({ date, reason }) => ({ date, reason })),
          payDays: workingDays - absences.length,
        }),
      );
      from = to;
    }
  }
  return months;
}
