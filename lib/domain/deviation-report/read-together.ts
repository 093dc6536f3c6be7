import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { conflictWords } from '#lib/domain/deviation-report/conflict-words.ts';
import type { Absence, DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { durationText } from '#lib/domain/deviation-report/duration-text.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import type { DayRules } from '#lib/domain/deviation-report/read-days.ts';
import { typedDays } from '#lib/domain/deviation-report/read-days.ts';
import { readDeviation } from '#lib/domain/deviation-report/read-deviation.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { type UsualMinutes, usualMinutes } from '#lib/domain/deviation-report/usual-minutes.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What one absence of several is read by. */
export type MemberRules = Pick<DayRules, 'service' | 'known'> &
  Pick<DeviationFacts, 'logged' | 'plannedPerWeek'>;

/** One participant's own absence of those that are reported together, the fields of its form, and what told the time. */
export type AbsenceTogether = {
  readonly typed: TypedDeviation;
  readonly content: Absence;
  readonly by: UsualMinutes['by'];
};

/** Any day and nothing known: what is wrong then is wrong for everybody. */
const ANYBODY = { known: [], logged: [] } as const;

/**
 * What is wrong with an absence of several, whoever they are: the cause, the day, what the cause asks. Only absence is
 * reported together: what else happens, happens to one (service description section 5).
 */
export function togetherFaults(typed: TypedDeviation, today: PlainDate): readonly FieldProblem[] {
  if (!ABSENCE_REASONS.some((cause) => cause === typed.cause))
    return [{ pointer: '/cause', code: 'causeMissing', message: 'Välj varför de var borta.' }];
  const day = typedDays(oneDay(typed), null)?.from ?? today;
  const service = { from: day, to: addDays(day, 1) };
  const read = readDeviation(
    { ...oneDay(typed), expected: '1 tim', absent: '1 tim' },
    {
      ...ANYBODY,
      service,
      today,
    },
  );
  return read.ok ? [] : read.error;
}

/**
 * A participant's own absence of a whole day among several: what was typed for all of them, and the time that their own log or
 * plan tells. Not in the service that day, a report of the same cause, no telling how long, or anything in the log that
 * cannot be true beside it: the fault, and the report is written by itself.
 */
export function readTogether(
  typed: TypedDeviation,
  member: MemberRules,
  today: PlainDate,
): Result<AbsenceTogether, FieldProblem> {
  const own = oneDay(typed);
  const days = typedDays(own, null);
  const usual = days === null ? null : usualMinutes(days.from, member);
  const time = usual === null ? '' : durationText(usual.minutes);
  const filled = { ...own, expected: time, absent: time };
  const read = readDeviation(filled, { ...member, today });
  if (usual === null && (read.ok || read.error.every(({ pointer }) => TIMES.includes(pointer))))
    return err(untold());
  if (!read.ok) return err(read.error[0] ?? untold());
  if (usual === null || read.value.type !== 'absence') return err(untold());
  const conflict = loggedConflict(read.value, member.logged);
  if (conflict === null) return ok({ typed: filled, content: read.value, by: usual.by });
  return err({ pointer: '/keepLogged', code: 'activeWhileAbsent', ...conflictWords(conflict) });
}

const TIMES: readonly string[] = ['/expected', '/absent'];

/** Several days, and times of their own, belong to reports that are written one by one. */
function oneDay(typed: TypedDeviation): TypedDeviation {
  return { ...typed, through: '', expected: '', absent: '', keepLogged: '' };
}

function untold(): FieldProblem {
  return {
    pointer: '/expected',
    code: 'timeUntold',
    message: 'Varken loggen eller planeringen säger hur lång tid som var planerad.',
    fix: 'Skriv tiden i en egen anmälan.',
  };
}
