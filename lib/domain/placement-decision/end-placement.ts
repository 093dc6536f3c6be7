import { type InterruptionCause, readCause } from '#lib/domain/placement-decision/interruption-cause.ts';
import { type PlacementDays, placementStanding } from '#lib/domain/placement-decision/placement-days.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** An interruption as it was typed. `lastDay` is the last day in the service. */
export type TypedEnd = {
  readonly lastDay: string;
  readonly cause: string;
  /** That activities are reported after the last day has been seen. */
  readonly despiteActivity: boolean;
};

export type PlacementEnd = {
  /** First day no longer in the service. */
  readonly end: PlainDate;
  readonly cause: InterruptionCause;
};

/** Null where a placement can be ended on a day of it; else why not. */
export function refuseEnding(placement: PlacementDays, today: PlainDate): Problem | null {
  switch (placementStanding(placement, today)) {
    case 'goesOn':
    case 'coming':
      return placement.end === null ? null : ALREADY_ENDED(placement.end);
    case 'ending':
    case 'ended':
      return ALREADY_ENDED(placement.end ?? placement.to);
    case 'completed':
      return conflict([], {
        code: 'placementOver',
        title: {
          sv: 'Placeringen är redan slut: tiden som var bestämd har gått.',
          en: 'The placement is over already: its planned time has passed.',
        },
      });
  }
}

const ALREADY_ENDED = (end: PlainDate): Problem =>
  conflict([], {
    code: 'alreadyEnded',
    title: {
      sv: `Placeringen har redan ett slut: sista dagen är ${formatDate(addDays(end, -1))}.`,
      en: `The placement already has an end: its last day is ${formatDate(addDays(end, -1), 'en')}.`,
    },
  });

/**
 * The last day in the service that was typed, as a day of the placement before its planned last one; or what is wrong
 * with it at `pointer` (service description section 3: an end ends days that were planned, it never adds any).
 */
export function readLastDay(
  typed: string,
  { from, to }: Pick<PlacementDays, 'from' | 'to'>,
  pointer: string,
): Result<PlainDate, FieldProblem> {
  const day = parsePlainDate(typed.trim());
  if (day === null)
    return err({
      pointer,
      code: typed.trim() === '' ? 'lastDayMissing' : 'lastDayInvalid',
      message: 'Ange sista dagen i tjänsten, till exempel 2026-03-01.',
    });
  if (day < from)
    return err({
      pointer,
      code: 'beforeStart',
      message: `Deltagaren började hos leverantören ${formatDate(from)}. Sista dagen kan inte ligga före den.`,
    });
  const plannedLast = addDays(to, -1);
  if (day >= plannedLast)
    return err({
      pointer,
      code: 'notBeforePlannedEnd',
      message: `Placeringen slutar ändå ${formatDate(plannedLast)}. Ange en tidigare dag.`,
    });
  return ok(day);
}

type Given = {
  readonly placement: PlacementDays;
  /** The latest day with something logged or reported; null: nothing is. */
  readonly lastActivityOn: PlainDate | null;
  readonly today: PlainDate;
};

/**
 * The end that was typed, or every fault at its field. A day before what is logged or reported is possible, but only when
 * who decides says that they have seen it: months and activities after it are paid no longer.
 */
export function readEnd(
  typed: TypedEnd,
  { placement, lastActivityOn, today }: Given,
): Result<PlacementEnd, readonly FieldProblem[]> {
  const lastDay = readLastDay(typed.lastDay, placement, '/lastDay');
  const cause = readCause(typed.cause, today);
  const faults: FieldProblem[] = [];
  if (!lastDay.ok) faults.push(lastDay.error);
  if (cause === null)
    faults.push({ pointer: '/cause', code: 'causeMissing', message: 'Välj orsaken till avbrottet.' });
  if (lastDay.ok && isBeforeActivity(lastDay.value, lastActivityOn) && !typed.despiteActivity)
    faults.push({
      pointer: '/despiteActivity',
      code: 'activityAfter',
      message: 'Det finns aktiviteter efter den dagen.',
      fix: 'Kryssa i att du har sett det, eller ange en senare dag.',
    });
  if (faults.length > 0 || !lastDay.ok || cause === null) return err(faults);
  return ok({ end: addDays(lastDay.value, 1), cause });
}

/** Whether something is logged or reported after the last day. */
export function isBeforeActivity(lastDay: PlainDate, lastActivityOn: PlainDate | null): boolean {
  return lastActivityOn !== null && lastDay < lastActivityOn;
}

/** That activities lie after a last day, in one sentence. */
export function activityAfterSv(lastActivityOn: PlainDate | null): string {
  return lastActivityOn === null
    ? ''
    : `Leverantören har loggat eller rapporterat till och med ${formatDate(lastActivityOn)}. Dagar efter den sista dagen ger ingen grundersättning.`;
}
