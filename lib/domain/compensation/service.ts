import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import { toEpochDay } from '#lib/shared/plain-date.ts';

/** A half-open stretch of epoch days; here it may be empty. */
export type Stretch = { readonly from: number; readonly to: number };

/** The days that a placement is planned for and the days it was in service, as epoch days. */
export type Service = {
  /** First day of the first planned period. */
  readonly firstDay: number;
  readonly planned: readonly Stretch[];
  /** The service days: planned days before `end`. Never empty stretches. */
  readonly stretches: readonly Stretch[];
  /** The day after the last service day; null where there are no service days. */
  readonly serviceEnd: number | null;
};

/** The service days of a placement (compensation model section 2). */
export function serviceOf(placement: PlacementFacts['placement']): Service {
  const planned = placement.periods.map((period) => ({
    from: toEpochDay(period.from),
    to: toEpochDay(period.to),
  }));
  const end = placement.end === null ? Infinity : toEpochDay(placement.end);
  const stretches = planned
    .map(({ from, to }) => ({ from, to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to);
  return {
    firstDay: planned[0]?.from ?? Infinity,
    planned,
    stretches,
    serviceEnd: stretches.at(-1)?.to ?? null,
  };
}
