import { type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

/**
 * The day a switch decided today takes effect: the first working day at least `switchWorkdays` (0–200, by the terms)
 * working days ahead, Swedish public holidays not counted; never before the placement itself begins, which has no day to
 * give away before that (switch, section 2). Throws RangeError before 2005.
 */
export function switchEffectiveOn(
  today: PlainDate,
  switchWorkdays: number,
  placementFrom: PlainDate,
): PlainDate {
  const earliest = addWorkdays(today, switchWorkdays, swedishCalendar([yearOf(today), yearOf(today) + 1]));
  return earliest < placementFrom ? placementFrom : earliest;
}

/** Whether a placement has had any day when a switch takes effect; one that has not ends with no report (as `refuseFinalReport`). */
export function hasBegunBy(effectiveOn: PlainDate, { from }: { readonly from: PlainDate }): boolean {
  return effectiveOn > from;
}

/**
 * Whether a switch leaves anything that the new provider could be let read: a plan, or the final report of a placement that has had a
 * day. Of one that is left before it begins, without a plan, there is nothing to ask about (switch, section 2: consents).
 */
export function sharesAnything(
  placement: { readonly from: PlainDate; readonly hasPlan: boolean },
  { from: effectiveOn }: { readonly from: PlainDate },
): boolean {
  return placement.hasPlan || hasBegunBy(effectiveOn, placement);
}
