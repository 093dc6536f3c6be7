import type { DeviationCause, KnownDeviation } from '#lib/domain/deviation-report/deviation.ts';
import { deviationCauseName } from '#lib/domain/deviation-report/deviation.ts';
import { type TypedDeviation, typedFirstDay } from '#lib/domain/deviation-report/typed-deviation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What days are held against. */
export type DayRules = {
  /** The placement's service days, half-open. */
  readonly service: { readonly from: PlainDate; readonly to: PlainDate };
  readonly today: PlainDate;
  /** Reports that are there already, without the one that is replaced. */
  readonly known: readonly KnownDeviation[];
};

/** Code of the fault that names a report of the same day and cause. */
export const DOUBLED = 'deviationDoubled';

/** The days, half-open. */
export type DeviationDays = { readonly from: PlainDate; readonly to: PlainDate };

type TypedDays = Pick<TypedDeviation, 'from' | 'otherDay' | 'through'>;

const fault = (field: string, code: string, message: string, fix: string): FieldProblem => ({
  pointer: `/${field}`,
  code,
  message,
  fix,
});

/** The days as they were typed, whatever they are: only sickness goes on over several. Null where they cannot be read. */
export function typedDays(typed: TypedDays, cause: DeviationCause | null): DeviationDays | null {
  const first = parsePlainDate(typedFirstDay(typed).text);
  const last = cause === 'sick' && typed.through !== '' ? parsePlainDate(typed.through) : first;
  return first === null || last === null || last < first ? null : { from: first, to: addDays(last, 1) };
}

/**
 * The days of a report, half-open: within the service, never ahead of today, and not a double – the same cause on the same
 * day stands in one report, which is corrected instead (service description section 5).
 */
export function readDays(
  typed: TypedDays,
  cause: DeviationCause,
  rules: DayRules,
): Result<DeviationDays, readonly FieldProblem[]> {
  const days = typedDays(typed, cause);
  if (days === null) return err([unread(typed)]);
  const { field } = typedFirstDay(typed);
  const last = addDays(days.to, -1);
  const both = [{ day: days.from, field }, ...(last === days.from ? [] : [{ day: last, field: 'through' }])];
  const faults = both.flatMap((one) => dayFaults(one, rules));
  if (faults.length > 0) return err(faults);
  const double = doubleOf({ cause, ...days }, rules.known);
  return double === null ? ok(days) : err([doubled(double, field)]);
}

/** The report that is there of the same cause on any of the days. */
export function doubleOf(
  { cause, from, to }: DeviationDays & { readonly cause: DeviationCause },
  known: readonly KnownDeviation[],
): KnownDeviation | null {
  return known.find((one) => one.cause === cause && one.from < to && from < one.to) ?? null;
}

function unread(typed: TypedDays): FieldProblem {
  const { text, field } = typedFirstDay(typed);
  const first = parsePlainDate(text);
  if (first === null)
    return fault(field, 'dayMissing', 'Välj vilken dag det gäller.', 'Skriv som 2026-03-04.');
  return parsePlainDate(typed.through) === null
    ? fault(
        'through',
        'dayUnreadable',
        'Sista dagen går inte att läsa.',
        'Skriv som 2026-03-04, eller låt fältet vara tomt.',
      )
    : fault(
        'through',
        'endsBeforeStart',
        'Sista dagen är före den första.',
        `Sjukfrånvaron börjar ${formatDate(first)}.`,
      );
}

type NamedDay = { readonly day: PlainDate; readonly field: string };

function dayFaults({ day, field }: NamedDay, { service, today }: DayRules): readonly FieldProblem[] {
  if (day > today)
    return [fault(field, 'dayInFuture', `${formatDate(day)} har inte varit än.`, 'Anmäl när det har hänt.')];
  if (day >= service.from && day < service.to) return [];
  const until = formatDate(addDays(service.to, -1));
  return [
    fault(
      field,
      'dayOutsidePlacement',
      `Deltagaren var inte hos er ${formatDate(day)}.`,
      `Placeringen gäller ${formatDate(service.from)}–${until}.`,
    ),
  ];
}

function doubled({ cause, from, to }: KnownDeviation, field: string): FieldProblem {
  const last = addDays(to, -1);
  const when = last === from ? formatDate(from) : `${formatDate(from)}–${formatDate(last)}`;
  return fault(
    field,
    DOUBLED,
    `Det finns redan en anmälan med samma orsak: ${deviationCauseName(cause).toLocaleLowerCase('sv')}, ${when}.`,
    'Rätta den i stället för att skicka en till.',
  );
}
