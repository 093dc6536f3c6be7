import { type DurationFault, readDuration } from '#lib/domain/deviation-report/duration-text.ts';
import type { TypedDeviation } from '#lib/domain/deviation-report/typed-deviation.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { daysBetween } from '#lib/shared/plain-date.ts';
import type { DeviationDays } from '#lib/domain/deviation-report/read-days.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Expected and absent minutes, whole, over all days of an absence. */
export type AbsenceTimes = { readonly expectedMinutes: number; readonly absentMinutes: number };

/** An absence of so many minutes or less is not reported (service description section 5). */
const MOST_UNREPORTED = 15;
/** Most that can have been expected on one day. */
const MOST_A_DAY = 8 * 60;

const WORDS: Readonly<Record<DurationFault, readonly [message: (what: string) => string, fix: string]>> = {
  missing: [(what) => `Skriv hur lång tid ${what}.`, 'Till exempel 2 tim, 1:30 eller 45 min.'],
  unitUnclear: [
    (what) => `Är det timmar eller minuter? Skriv hur lång tid ${what}.`,
    'Till exempel 2 tim eller 45 min.',
  ],
  unreadable: [
    (what) => `Tiden går inte att läsa. Skriv hur lång tid ${what}.`,
    'Till exempel 2 tim, 1:30 eller 45 min.',
  ],
};

function durationFault(field: string, fault: DurationFault, what: string): FieldProblem {
  const [message, fix] = WORDS[fault];
  return { pointer: `/${field}`, code: `duration.${fault}`, message: message(what), fix };
}

/**
 * Expected and absent time of an absence over its days, in whole minutes: more than fifteen minutes of absence, no more
 * than was expected, and no more expected than eight hours for each day.
 */
export function readTimes(
  { expected, absent }: Pick<TypedDeviation, 'expected' | 'absent'>,
  days: DeviationDays | null,
): Result<AbsenceTimes, readonly FieldProblem[]> {
  const was = readDuration(expected);
  const away = readDuration(absent);
  const faults: FieldProblem[] = [];
  if (!was.ok) faults.push(durationFault('expected', was.error, 'som var planerad'));
  if (!away.ok) faults.push(durationFault('absent', away.error, 'deltagaren var borta'));
  if (was.ok) faults.push(...tooMuch(was.value, days));
  if (away.ok && away.value <= MOST_UNREPORTED)
    faults.push({
      pointer: '/absent',
      code: 'absenceTooShort',
      message: `Frånvaro på ${MOST_UNREPORTED} minuter eller mindre anmäls inte.`,
      fix: 'Kontrollera tiden. Är den rätt behöver du inte skicka något.',
    });
  if (was.ok && away.ok && away.value > was.value)
    faults.push({
      pointer: '/absent',
      code: 'absentBeyondExpected',
      message: `Frånvaron är längre än de ${formatHours(was.value)} som var planerade.`,
      fix: 'Rätta den av tiderna som är fel.',
    });
  return was.ok && away.ok && faults.length === 0
    ? ok({ expectedMinutes: was.value, absentMinutes: away.value })
    : err(faults);
}

function tooMuch(expected: number, days: DeviationDays | null): readonly FieldProblem[] {
  if (days === null) return [];
  const most = MOST_A_DAY * daysBetween(days.from, days.to);
  if (expected <= most) return [];
  return [
    {
      pointer: '/expected',
      code: 'expectedTooMuch',
      message: `${formatHours(expected)} är mer än vad som kan ha varit planerat.`,
      fix: `Högst ${formatHours(most)} för de dagar du har valt.`,
    },
  ];
}
