import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A month among others: how many have service days in it, and how far their reports have come. */
export type MonthListItem = {
  readonly month: Month;
  readonly dueOn: PlainDate;
  readonly participants: number;
  readonly waiting: number;
  readonly approved: number;
  readonly returned: number;
  readonly rejected: number;
  /** Base pay in öre of the reports that wait or are approved. */
  readonly sentOre: Ore;
};

/** The months with service days at a provider, the latest first. */
export type MonthList = { readonly today: PlainDate; readonly months: readonly MonthListItem[] };

/** Reports of a month that are neither sent nor decided. */
export function leftOf({ participants, waiting, approved, rejected }: MonthListItem): number {
  return participants - waiting - approved - rejected;
}
