import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** A series of meetings: it begins with the service, or where the log begins to tell, and goes on from each meeting held. */
export type MeetingSeries = {
  readonly since: PlainDate;
  /** Days on which there was one, in order. */
  readonly held: readonly PlainDate[];
};

/**
 * The day by which the next meeting of a series is due (service description section 6): `every` days after the last one, or
 * after the first day where there was none.
 */
export function meetingDue(from: PlainDate, every: number): PlainDate {
  return addDays(from, every);
}

/**
 * The longest wait for a meeting that goes into some days of service (half-open): from a meeting, or the first day, to the
 * next one, or to the last of the days. Null where the series begins after them.
 */
export function longestWait(
  { since, held }: MeetingSeries,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): { readonly after: PlainDate; readonly days: number } | null {
  const last = addDays(to, -1);
  const starts = [since, ...held].filter((day) => day >= since && day <= last);
  const waits = starts.map((after, n) => ({ after, until: starts[n + 1] ?? last }));
  return waits
    .filter(({ until }) => until >= from)
    .map(({ after, until }) => ({ after, days: daysBetween(after, until) }))
    .reduce<{ after: PlainDate; days: number } | null>(
      (longest, wait) => (longest !== null && longest.days >= wait.days ? longest : wait),
      null,
    );
}
