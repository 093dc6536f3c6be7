import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Days before the second period begins from which its plan is asked for. */
export const REDO_AHEAD_DAYS = 14;

type PlanTerms = Pick<Terms, 'planDays'>;

/** Last day on which a placement's joint plan is in time: the terms' days after its first day (service description section 5). */
export function planDueOn(placementFrom: PlainDate, { planDays }: PlanTerms): PlainDate {
  return addDays(placementFrom, planDays);
}

/** A plan that is to be made: the first of the placement, or the one of its second period. */
export type PlanDue = {
  readonly kind: 'first' | 'redo';
  /** First day that the plan should hold for at the latest. */
  readonly from: PlainDate;
  /** Last day on which it is in time. */
  readonly dueOn: PlainDate;
};

export type PlannedPlacement = {
  /** The service days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly periods: readonly { readonly number: number; readonly from: PlainDate }[];
};

/**
 * The plan that is to be made now, if any (service description section 5). The first is due the terms' days after the
 * placement's first day, whoever made it and however. With the second period it is redone: asked for from 14 days before
 * the period begins, due the terms' days after. A version in force from the period's first day or later is that, unless it
 * only adds activities to the one before or was derived from reports. A placement that begins with its second period has
 * a first plan only; one that has not begun, or has ended, asks for none.
 */
export function planDue(
  { from, to, periods }: PlannedPlacement,
  versions: readonly { readonly from: PlainDate; readonly extended: boolean; readonly derived: boolean }[],
  today: PlainDate,
  terms: PlanTerms,
): PlanDue | null {
  if (today < from || today >= to) return null;
  if (versions.length === 0) return { kind: 'first', from, dueOn: planDueOn(from, terms) };
  const second = periods.find(({ number }) => number === 2)?.from;
  if (second === undefined || second <= from || second >= to) return null;
  if (today < addDays(second, -REDO_AHEAD_DAYS)) return null;
  const isRedone = versions.some(
    (version) => version.from >= second && !version.extended && !version.derived,
  );
  return isRedone ? null : { kind: 'redo', from: second, dueOn: planDueOn(second, terms) };
}
