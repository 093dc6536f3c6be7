import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Why a text is no time: nothing is written, hours and minutes cannot be told apart, or it is no time at all. */
export type DurationFault = 'missing' | 'unitUnclear' | 'unreadable';

/** A bare whole number up to this could be hours as well as minutes. */
const MOST_HOURS = 12;

/**
 * Whole minutes from 1 as people say them: `2 tim`, `1,5 tim`, `1:30`, `45 min`, `90`. A bare decimal, or a bare number up
 * to twelve, could be hours as well as minutes: asked about, never guessed.
 */
export function readDuration(text: string): Result<number, DurationFault> {
  const read = readMinutesText(text);
  if (/^\d{1,2}$/.test(text.trim()) && Number(text) > 0 && Number(text) <= MOST_HOURS)
    return err('unitUnclear');
  switch (read.kind) {
    case 'nothing':
      return err('missing');
    case 'minutes':
      return ok(read.minutes);
    case 'bareDecimal':
      return err('unitUnclear');
    case 'other':
      return err('unreadable');
  }
}

/** Whole minutes in the words that {@link readDuration} reads: `1 tim 30 min`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  return [...(hours > 0 ? [`${hours} tim`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}
