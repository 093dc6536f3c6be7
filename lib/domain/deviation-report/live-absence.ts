import { deviationCause, type DeviationFacts, isEventCause } from '#lib/domain/deviation-report/deviation.ts';
import { readDuration } from '#lib/domain/deviation-report/duration-text.ts';
import { type LoggedConflict, loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { typedDays } from '#lib/domain/deviation-report/read-days.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { type UsualMinutes, usualMinutes } from '#lib/domain/deviation-report/usual-minutes.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type TypedAbsence = Pick<TypedDeviation, 'cause' | 'from' | 'otherDay' | 'through' | 'expected' | 'absent'>;

/**
 * What the log says against an absence as it stands while somebody types, by the very rule that is used when it is sent;
 * null where nothing does or it cannot be read yet.
 */
export function liveConflict(typed: TypedAbsence, logged: DeviationFacts['logged']): LoggedConflict | null {
  const cause = deviationCause(typed.cause);
  if (cause !== null && isEventCause(cause)) return null;
  const days = typedDays(typed, cause);
  const expected = readDuration(typed.expected);
  const absent = readDuration(typed.absent);
  return days === null || !expected.ok || !absent.ok
    ? null
    : loggedConflict({ ...days, expectedMinutes: expected.value, absentMinutes: absent.value }, logged);
}

/** {@link usualMinutes} over the days as they stand while somebody types; told by what tells the last of them. */
export function liveUsual(
  typed: TypedAbsence,
  facts: Pick<DeviationFacts, 'logged' | 'plannedPerWeek'>,
): UsualMinutes | null {
  const days = typedDays(typed, deviationCause(typed.cause));
  if (days === null) return null;
  const found: UsualMinutes[] = [];
  for (let day: PlainDate = days.from; day < days.to; day = addDays(day, 1)) {
    const usual = usualMinutes(day, facts);
    if (usual !== null) found.push(usual);
  }
  const last = found.at(-1);
  return last === undefined
    ? null
    : { minutes: found.reduce((sum, { minutes }) => sum + minutes, 0), by: last.by };
}
