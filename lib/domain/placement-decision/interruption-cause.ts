import type { PlainDate } from '#lib/shared/plain-date.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** A cause of an interruption, from its first day to the day it no longer is given; `to` null: still given. */
type Cause = { readonly code: string; readonly from: PlainDate; readonly to: PlainDate | null };

const FIRST = plainDate('2020-01-01');

/**
 * Every cause that an interruption has ever had (service description section 3: a versioned cause). A row is closed and
 * another added where the list changes; codes are never given another meaning, so that old decisions keep theirs.
 */
const CAUSES = [
  { code: 'doesNotTakePart', from: FIRST, to: null },
  { code: 'misconduct', from: FIRST, to: null },
  { code: 'cannotBenefit', from: FIRST, to: null },
  { code: 'trainingOverThreeMonths', from: FIRST, to: null },
  { code: 'wrongBasis', from: FIRST, to: null },
  { code: 'moved', from: FIRST, to: null },
  { code: 'longIllness', from: FIRST, to: null },
  { code: 'parentalLeave', from: FIRST, to: null },
  { code: 'ownWish', from: FIRST, to: null },
  { code: 'other', from: FIRST, to: null },
] as const satisfies readonly Cause[];

export type InterruptionCause = (typeof CAUSES)[number]['code'];

/** The causes that can be given on a day, in the order in which they are shown. */
export function causesOn(day: PlainDate, causes: readonly Cause[] = CAUSES): readonly InterruptionCause[] {
  const given = causes.filter(({ from, to }) => from <= day && (to === null || day < to));
  return CAUSES.flatMap(({ code }) => (given.some((cause) => cause.code === code) ? [code] : []));
}

/** The cause that was typed, where it is one that can be given on the day. */
export function readCause(typed: string, day: PlainDate): InterruptionCause | null {
  return causesOn(day).find((code) => code === typed) ?? null;
}

/** The cause that a decision was written down with, where it is one of an interruption: also one that is no longer given. */
export function causeOf(code: string | null): InterruptionCause | null {
  return CAUSES.find((cause) => cause.code === code)?.code ?? null;
}
