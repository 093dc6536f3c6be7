import {
  type Absence,
  ASKED,
  CHOICES,
  type Deviation,
  type DeviationCause,
  deviationCause,
  type DeviationFacts,
  FOLLOW_UPS,
  type FollowUp,
  isEventCause,
} from '#lib/domain/deviation-report/deviation.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { conflictWords } from '#lib/domain/deviation-report/conflict-words.ts';
import { type DayRules, readDays, typedDays } from '#lib/domain/deviation-report/read-days.ts';
import { readTimes } from '#lib/domain/deviation-report/read-times.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Longest answer in words, in characters. */
export const LONGEST_ANSWER = 1000;

/** What the fault of a missing answer says. */
const MISSING: Readonly<Record<FollowUp, string>> = {
  notified: 'Välj när deltagaren hörde av sig.',
  otherKind: 'Välj vad det gällde.',
  reached: 'Välj om ni har nått deltagaren.',
  what: 'Skriv vad det gällde.',
  reason: 'Skriv vilket skäl deltagaren gav.',
  problem: 'Skriv vad som hände.',
  done: 'Skriv vad ni har gjort.',
  adapted: 'Skriv vad ni har anpassat.',
};

export type ReadingRules = DayRules & Pick<DeviationFacts, 'logged'>;

/**
 * The deviation report that was typed, or every fault at its field (service description section 5). What other causes are
 * asked is left out of account. A whole day's absence on a day with support in the log is asked about before it goes in.
 */
export function readDeviation(
  typed: TypedDeviation,
  rules: ReadingRules,
): Result<Deviation, readonly FieldProblem[]> {
  const cause = deviationCause(typed.cause);
  if (cause === null)
    return err([{ pointer: '/cause', code: 'causeMissing', message: 'Välj vad som har hänt.' }]);
  const days = readDays(typed, cause, rules);
  const followUp = readFollowUp(typed, cause);
  const faults = [...(days.ok ? [] : days.error), ...(followUp.ok ? [] : followUp.error)];
  if (isEventCause(cause)) {
    return days.ok && followUp.ok
      ? ok({ type: 'event', cause, ...days.value, followUp: followUp.value })
      : err(faults);
  }
  const times = readTimes(typed, typedDays(typed, cause));
  if (!days.ok || !followUp.ok || !times.ok) return err([...faults, ...(times.ok ? [] : times.error)]);
  const absence: Absence = {
    type: 'absence',
    cause,
    ...days.value,
    ...times.value,
    followUp: followUp.value,
    confirmedActive: false,
  };
  return confirmed(absence, typed, rules);
}

/** Both cannot be true: whoever sends a whole day's absence beside logged support says so. */
function confirmed(
  absence: Absence,
  { keepLogged }: TypedDeviation,
  { logged }: ReadingRules,
): Result<Absence, readonly FieldProblem[]> {
  const conflict = loggedConflict(absence, logged);
  if (conflict === null || !conflict.isWhole || conflict.support === 0) return ok(absence);
  if (keepLogged !== '') return ok({ ...absence, confirmedActive: true });
  const { message } = conflictWords(conflict);
  const fix = 'Ändra tiden eller loggen. Stämmer båda ändå: kryssa i det sist i formuläret.';
  return err([{ pointer: '/keepLogged', code: 'activeWhileAbsent', message, fix }]);
}

function readFollowUp(
  typed: TypedDeviation,
  cause: DeviationCause,
): Result<Deviation['followUp'], readonly FieldProblem[]> {
  const asked = FOLLOW_UPS.filter((name) => ASKED[cause][name] !== undefined);
  const faults = asked.flatMap((name) => answerFaults(name, typed, cause));
  if (faults.length > 0) return err(faults);
  return ok(Object.fromEntries(asked.flatMap((name) => (typed[name] === '' ? [] : [[name, typed[name]]]))));
}

function answerFaults(name: FollowUp, typed: TypedDeviation, cause: DeviationCause): readonly FieldProblem[] {
  const answer = typed[name];
  const pointer = `/${name}`;
  // "Something else" is nothing without its words.
  const isAsked = ASKED[cause][name] === 'must' || (name === 'what' && typed.otherKind === 'other');
  if (answer === '') return isAsked ? [{ pointer, code: 'answerMissing', message: MISSING[name] }] : [];
  const choices: readonly string[] | null = Object.hasOwn(CHOICES, name) ? choicesOf(name) : null;
  if (choices !== null)
    return choices.includes(answer) ? [] : [{ pointer, code: 'answerUnknown', message: MISSING[name] }];
  return answer.length <= LONGEST_ANSWER
    ? []
    : [{ pointer, code: 'answerTooLong', message: `Högst ${LONGEST_ANSWER} tecken.` }];
}

function choicesOf(name: FollowUp): readonly string[] | null {
  switch (name) {
    case 'notified':
    case 'otherKind':
    case 'reached':
      return CHOICES[name];
    case 'what':
    case 'reason':
    case 'problem':
    case 'done':
    case 'adapted':
      return null;
  }
}
