import type { LoggedEntry, WeekLog, WeekParticipant } from '#lib/domain/activity/week-log.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Logged = { readonly who: WeekParticipant; readonly entry: LoggedEntry };

/** What several participants did alike on a day, logged once or one by one. Never empty. */
export type LogGroup = {
  readonly key: string;
  readonly first: LoggedEntry;
  readonly members: readonly Logged[];
};

/** The entries of a day, those that are alike together. */
export function groupsOf(log: WeekLog, date: PlainDate): readonly LogGroup[] {
  const groups = new Map<string, LogGroup>();
  for (const who of log.participants) {
    for (const entry of who.entries) {
      if (entry.date !== date) continue;
      const { activity, form, minutes, note, coachName } = entry;
      const key = JSON.stringify([activity, form, minutes, note, coachName]);
      const group = groups.get(key) ?? { key, first: entry, members: [] };
      groups.set(key, { ...group, members: [...group.members, { who, entry }] });
    }
  }
  return [...groups.values()];
}
