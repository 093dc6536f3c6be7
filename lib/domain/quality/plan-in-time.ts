import { planDue, planDueOn } from '#lib/domain/plan/plan-due.ts';
import type { PlacementFacts, PlanMade } from '#lib/domain/quality/placement-facts.ts';
import { type Because, NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

type Made = { readonly period: number; readonly from: PlainDate; readonly plan: PlanMade | undefined };

/** The plan that was asked for last, and what made it: the first version, or the one that redid it for the second period. */
function lastMade({ from, periods, plans }: PlacementFacts, today: PlainDate): Made {
  const second = periods.find((period) => period.number === 2 && period.from > from && period.from <= today);
  if (second === undefined) return { period: 1, from, plan: plans[0] };
  const redone = plans.find((plan) => plan.from >= second.from && !plan.extended && !plan.derived);
  return { period: 2, from: second.from, plan: redone };
}

/**
 * There is a joint plan within the terms' days of the first day, and a new one within as many of the second period's
 * (service description sections 5 and 6). A plan that was made late stays late. One derived from loaded reports has no day.
 */
export function planInTime(
  facts: PlacementFacts,
  terms: Pick<Terms, 'planDays'>,
  today: PlainDate,
): Standing<'plan'> {
  const due = planDue(facts, facts.plans, today, terms);
  const made = lastMade(facts, today);
  const as = (
    state: QualityState,
    because: Because,
    rest: Partial<Pick<Standing, 'value' | 'since' | 'until'>> = {},
  ): Standing<'plan'> => ({
    requirement: 'plan',
    state,
    value: rest.value ?? null,
    limit: terms.planDays,
    since: rest.since ?? null,
    until: rest.until ?? null,
    because,
  });
  if (due !== null) {
    const { dueOn: until } = due;
    const period = due.kind === 'first' ? 1 : 2;
    if (today > until) {
      return as('broken', { code: 'PLAN_MISSING', period }, { since: addDays(until, 1), until });
    }
    const state = daysBetween(today, until) <= NEAR_DAYS ? 'near' : 'met';
    return as(state, { code: 'PLAN_SOON', period }, { until });
  }
  const { period, from, plan } = made;
  if (plan === undefined || plan.derived) return as('unknown', { code: 'PLAN_UNDATED' });
  const { madeOn } = plan;
  const value = daysBetween(from, madeOn);
  const dueOn = planDueOn(from, terms);
  return madeOn > dueOn
    ? as('broken', { code: 'PLAN_LATE', period, madeOn, due: dueOn }, { value, since: addDays(dueOn, 1) })
    : as('met', { code: 'PLAN_MADE', period, madeOn }, { value });
}
