import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A month among others: how many have service days in it, and how far their reports have come. */
export type MonthListItem = {
  readonly month: Month;
  readonly dueOn: PlainDate;
  readonly participants: number;
  /** Waiting for their first decision. */
  readonly waiting: number;
  /** Counting as approved, or as rejected: also where the decision is taken up again and there is no new one yet. */
  readonly approved: number;
  readonly rejected: number;
  readonly returned: number;
  /** Of those that count as decided: how many are taken up again. */
  readonly reopened: number;
  /** Base pay in öre of the reports that wait or count as approved. */
  readonly sentOre: Ore;
};

/** The months with service days at a provider, the latest first. */
export type MonthList = { readonly today: PlainDate; readonly months: readonly MonthListItem[] };

/** Reports of a month that are neither sent nor decided. */
export function leftOf({ participants, waiting, approved, rejected }: MonthListItem): number {
  return participants - waiting - approved - rejected;
}
