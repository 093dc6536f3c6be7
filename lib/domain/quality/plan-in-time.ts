import { planDueOn } from '#lib/domain/plan/plan-due.ts';
import type { PlacementFacts, PlanMade } from '#lib/domain/quality/placement-facts.ts';
import { type Because, NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** The version that plans the period: the first of all for the first, for a later one the first made anew in it. */
function planOf(plans: readonly PlanMade[], period: { number: number; from: PlainDate }): PlanMade | null {
  const candidates =
    period.number === 1
      ? plans
      : plans.filter(
          ({ extended, from, madeOn }) => !extended && (from >= period.from || madeOn >= period.from),
        );
  return candidates.toSorted((a, b) => (a.madeOn < b.madeOn ? -1 : 1))[0] ?? null;
}

/**
 * There is a joint plan within the terms' days of the first day of the service period, in the second period a new one
 * (service description sections 5 and 6). A plan that was made late stays late. One derived from loaded reports has no day.
 */
export function planInTime(
  facts: PlacementFacts,
  terms: Pick<Terms, 'planDays'>,
  today: PlainDate,
): Standing<'plan'> {
  const begun = facts.periods.findLast(({ from }) => from <= today) ?? { number: 1, from: facts.from };
  const { number: period } = begun;
  const due = planDueOn(begun.from, terms);
  const plan = planOf(facts.plans, begun);
  const as = (
    state: QualityState,
    because: Because,
    rest: Partial<Pick<Standing, 'since' | 'until'>> = {},
  ): Standing<'plan'> => ({
    requirement: 'plan',
    state,
    value: plan === null || plan.derived ? null : daysBetween(begun.from, plan.madeOn),
    limit: terms.planDays,
    since: rest.since ?? null,
    until: rest.until ?? null,
    because,
  });
  if (plan !== null) {
    if (plan.derived) return as('unknown', { code: 'PLAN_UNDATED' });
    const { madeOn } = plan;
    return madeOn > due
      ? as('broken', { code: 'PLAN_LATE', period, madeOn, due }, { since: addDays(due, 1) })
      : as('met', { code: 'PLAN_MADE', period, madeOn });
  }
  if (today > due)
    return as('broken', { code: 'PLAN_MISSING', period }, { since: addDays(due, 1), until: due });
  return as(
    daysBetween(today, due) <= NEAR_DAYS ? 'near' : 'met',
    { code: 'PLAN_SOON', period },
    { until: due },
  );
}
