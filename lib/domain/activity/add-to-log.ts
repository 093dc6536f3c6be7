import { isSupport } from '#lib/domain/activity/activity.ts';
import {
  type EntryFault,
  entryFaults,
  type LogDay,
  type LogRules,
  type NewEntry,
} from '#lib/domain/activity/log-entry.ts';
import type { Month } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A placement whose log is written to: its service days, its closed months, and what its days hold. */
export type LoggedPlacement = {
  readonly placementId: string;
  readonly participantName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reportedMonths: ReadonlySet<Month>;
  /** Minutes of support by day. */
  readonly support: ReadonlyMap<PlainDate, number>;
};

export type PlacedEntry = NewEntry & { readonly placementId: string };
export type WantedEntry = { readonly index: number; readonly entry: NewEntry };
export type WantedFault = EntryFault & { readonly index: number };

/** Which of the wanted entries go into a placement's log, one after another, and what is wrong with the others. */
export function addToLog(
  placement: LoggedPlacement,
  wanted: readonly WantedEntry[],
  rules: LogRules,
): { readonly added: readonly PlacedEntry[]; readonly faults: readonly WantedFault[] } {
  const added: PlacedEntry[] = [];
  const faults: WantedFault[] = [];
  const support = new Map(placement.support);
  for (const { index, entry } of wanted) {
    const supportMinutes = support.get(entry.date) ?? 0;
    const day: LogDay = { ...placement, supportMinutes };
    const found = entryFaults(entry, day, rules);
    faults.push(...found.map((fault) => ({ ...fault, index })));
    if (found.length > 0) continue;
    if (isSupport(entry.activity)) support.set(entry.date, supportMinutes + entry.minutes);
    added.push({ ...entry, placementId: placement.placementId });
  }
  return { added, faults };
}

function sameEntry(a: NewEntry, b: NewEntry): boolean {
  return a.date === b.date && a.activity === b.activity && a.form === b.form && a.minutes === b.minutes;
}

/**
 * Last week's entries seven days later, without those that this week has already or cannot have (ahead of today, outside
 * the placement, in a month that is sent). Notes are not copied: they were about that day.
 */
export function copyWeek(
  placement: LoggedPlacement,
  lastWeek: readonly NewEntry[],
  thisWeek: readonly NewEntry[],
  rules: LogRules,
): { readonly added: readonly PlacedEntry[]; readonly left: number } {
  const later = lastWeek.map((entry) => ({ ...entry, date: addDays(entry.date, 7), note: '' }));
  const missing = later.filter((entry) => !thisWeek.some((other) => sameEntry(entry, other)));
  const wanted = missing.map((entry, index) => ({ entry, index }));
  const { added } = addToLog(placement, wanted, rules);
  return { added, left: lastWeek.length - added.length };
}
