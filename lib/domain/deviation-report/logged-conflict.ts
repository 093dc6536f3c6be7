import { type Absence, isWholeDay, type LoggedDay } from '#lib/domain/deviation-report/deviation.ts';

/** Entries of the log that cannot be true beside an absence. Minutes are whole. */
export type LoggedConflict = {
  /** The days of the absence with such entries. */
  readonly days: readonly LoggedDay[];
  /** Minutes in the log that are held against the absence. */
  readonly logged: number;
  /** Minutes that the participant took part, by the absence. */
  readonly attended: number;
  readonly isWhole: boolean;
  /** Minutes of support among them. */
  readonly support: number;
};

type Times = Pick<Absence, 'from' | 'to' | 'expectedMinutes' | 'absentMinutes'>;

/**
 * What the log holds that cannot be true beside an absence; null where both can be. Whoever was away the whole time did
 * nothing: every entry of its days speaks against it. Whoever was away a part took part for the rest: support beyond that
 * speaks against it; own work is the participant's own time and can have been done later the same day.
 */
export function loggedConflict(absence: Times, logged: readonly LoggedDay[]): LoggedConflict | null {
  const isWhole = isWholeDay(absence);
  const within = logged.filter(({ date }) => date >= absence.from && date < absence.to);
  const days = within.filter(({ support, ownWork }) => support + (isWhole ? ownWork : 0) > 0);
  const support = sum(days.map((day) => day.support));
  const against = support + (isWhole ? sum(days.map((day) => day.ownWork)) : 0);
  const attended = absence.expectedMinutes - absence.absentMinutes;
  return against > attended ? { days, logged: against, attended, isWhole, support } : null;
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((all, one) => all + one, 0);
}
