import type { FieldProblem } from '#lib/shared/problem.ts';

/** How a participant came to the coach, or the coach came to nobody. */
export const COACH_CHANGE_KINDS = ['assigned', 'handedOver', 'undone', 'kept', 'returned'] as const;
export type CoachChangeKind = (typeof COACH_CHANGE_KINDS)[number];

/** How long a naming of coaches can be undone. */
export const UNDO_MINUTES = 60;

/** A placement whose coach is to change, as it stands now. */
export type HeldPlacement = {
  readonly id: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
  readonly version: number;
};

/** Those that are not as they were seen, each named with who the coach is now. Empty where nothing has changed. */
export function staleRows(
  placements: readonly HeldPlacement[],
  seen: ReadonlyMap<string, number>,
  pointer: string,
): readonly FieldProblem[] {
  return placements
    .filter(({ id, version }) => seen.get(id) !== version)
    .map(({ participantName, coachName }) => ({
      pointer,
      code: 'stale',
      message:
        coachName === null
          ? `${participantName} har ändrats sedan sidan visades och har ingen handledare nu.`
          : `${participantName} har ändrats sedan sidan visades och har ${coachName} som handledare nu.`,
      fix: 'Inget är ändrat. Kontrollera och gör om.',
    }));
}

/** Whether coaches that were named at one time can be given back at another (both in milliseconds). */
export function mayUndo(namedAt: number, now: number): boolean {
  return now - namedAt <= UNDO_MINUTES * 60_000;
}

/** What became of a participant's coach when a new period began. */
export type NextPeriodCoach =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly coachPersonId: string }
  /** The coach has left: the participant is intake's again. */
  | { readonly kind: 'returned'; readonly leftCoachPersonId: string };

/**
 * A new period goes on with the same coach (service description section 3, 9), if the coach is still one on its first day;
 * else the participant goes back to intake. Where there was no coach, intake has the participant already.
 */
export function nextPeriodCoach(coachPersonId: string | null, isCoachThen: boolean): NextPeriodCoach {
  if (coachPersonId === null) return { kind: 'none' };
  return isCoachThen
    ? { kind: 'kept', coachPersonId }
    : { kind: 'returned', leftCoachPersonId: coachPersonId };
}
