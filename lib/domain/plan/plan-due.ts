import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Last day on which a placement's joint plan is in time: the terms' days after its first day (service description section 5). */
export function planDueOn(placementFrom: PlainDate, { planDays }: Pick<Terms, 'planDays'>): PlainDate {
  return addDays(placementFrom, planDays);
}
