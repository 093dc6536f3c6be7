import { chooseByOf } from '#lib/domain/choice/deadline.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Working days after the decision arrived on which whoever has not chosen is reminded (choice, section 1). */
export const REMINDER_WORKDAYS = [2, 4] as const;
export type ReminderWorkdays = (typeof REMINDER_WORKDAYS)[number];

/**
 * The reminder that is due on a day: the latest whose day has come, so that nobody gets two at once after some days without a
 * worker. Null before the first one, and when the last day to choose has passed. Throws RangeError before 2005.
 */
export function reminderDue(
  today: PlainDate,
  { arrivedOn, chooseBy }: { readonly arrivedOn: PlainDate; readonly chooseBy: PlainDate },
): ReminderWorkdays | null {
  if (today > chooseBy) return null;
  return REMINDER_WORKDAYS.findLast((workdays) => chooseByOf(arrivedOn, workdays) <= today) ?? null;
}
