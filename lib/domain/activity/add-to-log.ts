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

/** What becomes of an entry that is copied: `null` when it can be; else that it is there already, or what is wrong with it. */
export type CopiedEntry<Entry extends NewEntry> = {
  readonly original: Entry;
  readonly copy: NewEntry;
  readonly why: 'there' | EntryFault | null;
};

/**
 * Last week's entries seven days later, each with what becomes of it: this week may have it already or cannot have it (ahead
 * of today, outside the placement, in a month that is sent). Notes are not copied: they were about that day.
 */
export function copyWeek<Entry extends NewEntry>(
  placement: LoggedPlacement,
  lastWeek: readonly Entry[],
  thisWeek: readonly NewEntry[],
  rules: LogRules,
): readonly CopiedEntry<Entry>[] {
  const later = lastWeek.map((original) => {
    const { activity, form, minutes, language } = original;
    return {
      original,
      copy: { date: addDays(original.date, 7), activity, form, minutes, language, note: '' },
    };
  });
  const isThere = ({ copy }: { readonly copy: NewEntry }): boolean =>
    thisWeek.some((other) => sameEntry(copy, other));
  const wanted = later.flatMap((one, index) => (isThere(one) ? [] : [{ index, entry: one.copy }]));
  const faults = new Map(
    addToLog(placement, wanted, rules)
      .faults.toReversed()
      .map(({ index, ...fault }) => [index, fault]),
  );
  return later.map((one, index) => ({
    ...one,
    why: isThere(one) ? ('there' as const) : (faults.get(index) ?? null),
  }));
}
