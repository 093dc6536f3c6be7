import { chooseByOf } from '#lib/domain/choice/deadline.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** After how many working days whoever has not chosen is reminded, by the terms (choice, section 1). */
type ReminderTerms = Pick<Terms, 'choiceReminderWorkdays' | 'choiceLastReminderWorkdays'>;

export type DueReminder = { readonly workdays: number; readonly isLast: boolean };

/**
 * The reminder that is due on a day: the latest whose day has come, so that nobody gets two at once after some days without a
 * worker. Null before the first one, and when the last day to choose has passed. Throws RangeError before 2005.
 */
export function reminderDue(
  today: PlainDate,
  { arrivedOn, chooseBy }: { readonly arrivedOn: PlainDate; readonly chooseBy: PlainDate },
  { choiceReminderWorkdays, choiceLastReminderWorkdays }: ReminderTerms,
): DueReminder | null {
  if (today > chooseBy) return null;
  const reminders = [
    { workdays: choiceReminderWorkdays, isLast: false },
    { workdays: choiceLastReminderWorkdays, isLast: true },
  ];
  return reminders.findLast(({ workdays }) => chooseByOf(arrivedOn, workdays) <= today) ?? null;
}
