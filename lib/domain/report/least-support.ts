import {
  type ReportFacts,
  serviceDays,
  serviceInMonth,
  type ServiceStretch,
} from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { days } from '#lib/shared/period.ts';

export type LeastSupport = {
  /** Seven times the least minutes: a whole number, to be compared with exactly. */
  readonly timesSeven: number;
  /** The least minutes as they are told, rounded up. */
  readonly minutes: number;
  readonly serviceDays: number;
};

/** The least support that the terms ask for in the month, as {@link leastSupportOf}. */
export function leastSupport(
  facts: Pick<ReportFacts, 'month' | 'periods' | 'end'>,
  terms: Pick<Terms, 'leastSupportMinutesPerWeek'>,
): LeastSupport {
  return leastSupportOf(serviceInMonth(facts), terms);
}

/**
 * The least support that the terms ask for in stretches of service: their minutes a week × service days ÷ 7, each service
 * period by its own measure (review section 1; service description section 6).
 */
export function leastSupportOf(
  stretches: readonly ServiceStretch[],
  { leastSupportMinutesPerWeek: { firstPeriod, secondPeriod } }: Pick<Terms, 'leastSupportMinutesPerWeek'>,
): LeastSupport {
  const timesSeven = stretches.reduce(
    (sum, stretch) => sum + days(stretch.days) * (stretch.number === 1 ? firstPeriod : secondPeriod),
    0,
  );
  return { timesSeven, minutes: Math.ceil(timesSeven / 7), serviceDays: serviceDays(stretches) };
}
