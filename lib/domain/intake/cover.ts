import { contains, createPeriod, overlaps, type Period } from '#lib/shared/period.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** One coach stands in for another; the days are half-open. */
export type Cover = {
  readonly id: string;
  readonly coachPersonId: string;
  readonly coachName: string;
  readonly coveringPersonId: string;
  readonly coveringName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly version: number;
};

/** What is asked for: `through` is the last day, as people say it. */
export type AskedCover = {
  readonly coachPersonId: string;
  readonly coveringPersonId: string;
  readonly from: PlainDate;
  readonly through: PlainDate;
};

/** Longest cover in days: longer than that, participants are handed over. */
const LONGEST_COVER_DAYS = 366;

type Ground = {
  readonly today: PlainDate;
  /** Covers of the provider that are not over, of and by anybody. */
  readonly covers: readonly Cover[];
  /** Offices where the coach has participants in those days and the one who covers does not work, by name. */
  readonly beyondReach: readonly string[];
  readonly isCoach: boolean;
};

/** The days of a cover: the day after `through` is the first without it. Null where they end before they begin. */
export function coverPeriod({ from, through }: Pick<AskedCover, 'from' | 'through'>): Period | null {
  const created = createPeriod(from, addDays(through, 1));
  return created.ok ? created.value : null;
}

/**
 * What stands in the way of a cover, each thing named at its field: days that are wrong or past, another cover of the same
 * coach on some of them, somebody who is away themselves, offices that they do not work at. Empty where nothing does.
 */
export function coverProblems(asked: AskedCover, ground: Ground): readonly FieldProblem[] {
  const days = coverPeriod(asked);
  if (days === null) {
    const fix = 'Ange samma dag två gånger om det gäller en enda dag.';
    return [fault('/through', 'endBeforeStart', 'Sista dagen ligger före den första.', fix)];
  }
  return [...dayProblems(asked, days, ground.today), ...coachProblems(asked, days, ground)];
}

function dayProblems(asked: AskedCover, days: Period, today: PlainDate): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  if (asked.from < today)
    found.push(
      fault('/from', 'past', 'Första dagen har redan varit.', 'Ange i dag eller en dag som kommer.'),
    );
  if (daysBetween(days.from, days.to) > LONGEST_COVER_DAYS)
    found.push(fault('/through', 'tooLong', 'Så länge kan ingen täcka.', 'Lämna över deltagarna i stället.'));
  return found;
}

function coachProblems(asked: AskedCover, days: Period, ground: Ground): readonly FieldProblem[] {
  const { coachPersonId, coveringPersonId } = asked;
  const found: FieldProblem[] = [];
  const within = ground.covers.filter((cover) => isWithin(cover, days));
  if (!ground.isCoach)
    found.push(
      fault(
        '/coveringPersonId',
        'notACoach',
        'Personen är inte handledare hos er.',
        'Välj en handledare i listan.',
      ),
    );
  if (coachPersonId === coveringPersonId)
    found.push(
      fault('/coveringPersonId', 'oneself', 'Ingen kan täcka för sig själv.', 'Välj en annan handledare.'),
    );
  for (const cover of within.filter((other) => other.coachPersonId === coachPersonId)) {
    const message = `${cover.coveringName} täcker redan för ${cover.coachName} ${daysInWords(cover)}.`;
    found.push(fault('/from', 'overlap', message, 'Välj andra dagar, eller avsluta den täckningen först.'));
  }
  for (const cover of within.filter((other) => other.coachPersonId === coveringPersonId)) {
    const message = `${cover.coachName} är själv borta ${daysInWords(cover)}.`;
    found.push(fault('/coveringPersonId', 'away', message, 'Välj en annan handledare eller andra dagar.'));
  }
  if (ground.isCoach && ground.beyondReach.length > 0) {
    const message = `Handledaren arbetar inte vid ${listed(ground.beyondReach)}, där det finns deltagare att täcka.`;
    const fix = 'Välj någon som arbetar där, eller ge behörighet till kontoret först.';
    found.push(fault('/coveringPersonId', 'beyondReach', message, fix));
  }
  return found;
}

/** Whether the cover holds on a day. */
export function coversOn(cover: Pick<Cover, 'from' | 'to'>, day: PlainDate): boolean {
  const created = createPeriod(cover.from, cover.to);
  return created.ok && contains(created.value, day);
}

function isWithin(cover: Cover, days: Period): boolean {
  const created = createPeriod(cover.from, cover.to);
  return created.ok && overlaps(created.value, days);
}

/**
 * What ending a cover today makes of it: it loses its days from today on; one without any day before today is cancelled,
 * one that is over stands (null).
 */
export function endCoverOn(
  { from, to }: Pick<Cover, 'from' | 'to'>,
  today: PlainDate,
): { readonly kind: 'shortened'; readonly to: PlainDate } | { readonly kind: 'cancelled' } | null {
  if (to <= today) return null;
  return from < today ? { kind: 'shortened', to: today } : { kind: 'cancelled' };
}

function daysInWords({ from, to }: Pick<Cover, 'from' | 'to'>): string {
  const last = addDays(to, -1);
  return from === last ? `den ${formatDate(from)}` : `${formatDate(from)}–${formatDate(last)}`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('sv').format(names);
}

function fault(pointer: string, code: string, message: string, fix: string): FieldProblem {
  return { pointer, code, message, fix };
}
