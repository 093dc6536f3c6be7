import { daysToldBy, type PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import {
  type Because,
  NEAR_DAYS_OF_MONTH,
  type QualityState,
  type Standing,
} from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** Months of the placement up to today that neither a report nor a log tells of. */
function untoldMonths(facts: PlacementFacts, today: PlainDate): number {
  if (daysToldBy(facts, today) === 'log') return 0;
  const told = new Set<Month>([...facts.reports.map(({ month }) => month), ...facts.otherActorMonths]);
  let untold = 0;
  for (let month = monthOf(facts.from); month <= monthOf(today); month = nextMonth(month)) {
    if (!told.has(month)) untold += 1;
  }
  return untold;
}

/**
 * Another actor's measure takes at most the terms' calendar months in all (service description sections 4 and 6). When the
 * last of them goes on, the measure has to end with it. Known to be met only where months that nothing tells of could
 * not break it.
 */
export function otherActorInAll(
  facts: PlacementFacts,
  { otherActorMonths: most }: Pick<Terms, 'otherActorMonths'>,
  today: PlainDate,
): Standing<'otherActor'> {
  const counted = facts.otherActorMonths.toSorted();
  const months = counted.length;
  const as = (
    state: QualityState,
    because: Because,
    rest: Partial<Pick<Standing, 'since' | 'until'>> = {},
  ): Standing<'otherActor'> => ({
    requirement: 'otherActor',
    state,
    value: months,
    limit: most,
    since: rest.since ?? null,
    until: rest.until ?? null,
    because,
  });
  const beyond = counted[most];
  if (beyond !== undefined) {
    return as('broken', { code: 'OTHER_ACTOR_TOO_LONG', months, most }, { since: firstDay(beyond) });
  }
  const running = monthOf(today);
  const monthEnd = addDays(firstDay(nextMonth(running)), -1);
  if (
    months === most &&
    counted.at(-1) === running &&
    facts.to > addDays(monthEnd, 1) &&
    daysBetween(today, monthEnd) <= NEAR_DAYS_OF_MONTH
  ) {
    return as('near', { code: 'OTHER_ACTOR_LAST', months, most }, { until: monthEnd });
  }
  const unknown = untoldMonths(facts, today);
  return months + unknown > most
    ? as('unknown', { code: 'OTHER_ACTOR_UNKNOWN', months, unknown })
    : as('met', { code: 'OTHER_ACTOR_WITHIN', months, most });
}
