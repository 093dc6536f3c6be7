import { readCell } from '#lib/domain/upload/read-cell.ts';

/** What somebody means by a text in a column of minutes. */
export type MinutesText =
  /** Nothing was done: nothing is written, a dash, or zero in any of the ways below. */
  | { readonly kind: 'nothing' }
  /** A whole number of minutes from 1. */
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** A bare decimal could be hours as well as minutes: never guessed. */
  | { readonly kind: 'bareDecimal'; readonly hundredths: number }
  /** No time at all, or no whole minutes. */
  | { readonly kind: 'other' };

/** `1:30`, and the `01:30:00` of a spreadsheet. */
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::00)?$/;
const DECIMAL = /^(\d{1,6})[.,](\d{1,2})0*$/;
/** `1,5 tim`, `2h`, `1 h 30`, `45 min`. */
const HOURS =
  /^(\d{1,3})(?:[.,](\d{1,2})0*)? ?(?:h|t|tim|tim\.|timme|timmar|hr|hrs|hour|hours)(?: ?(\d{1,5})(?: ?(?:m|min|min\.|minut|minuter|minute|minutes))?)?$/;
const MINUTES = /^(\d{1,6}) ?(?:m|min|min\.|minut|minuter|minute|minutes)$/;

/**
 * Reads minutes as people write and paste them: minutes in digits (`90`, `1 260`), a clock (`1:30`), or with their unit
 * (`1,5 tim`, `45 min`). Zero is nothing done, as a spreadsheet shows it, and not a report of no minutes.
 */
export function readMinutesText(text: string): MinutesText {
  const cell = readCell('minutes', text);
  // Decimals are looked for in the text as it came: a file's column says minutes, a cell that is typed in does not.
  const given = text
    .replaceAll(/[\s\u00A0\u202F\u200B-\u200D\u2060\uFEFF]+/g, ' ')
    .trim()
    .toLowerCase();
  if (given === '' || given === '-' || given === '–') return { kind: 'nothing' };
  const decimal = DECIMAL.exec(given);
  if (decimal !== null) return bare(hundredths(decimal[1], decimal[2]));
  if (cell.kind === 'field' && /^\d{1,15}$/.test(cell.text)) return counted(Number(cell.text));
  const clock = CLOCK.exec(given);
  if (clock !== null) return counted(Number(clock[1]) * 60 + Number(clock[2]));
  const minutes = MINUTES.exec(given);
  if (minutes !== null) return counted(Number(minutes[1]));
  const hours = HOURS.exec(given);
  if (hours === null || (hours[2] !== undefined && hours[3] !== undefined)) return { kind: 'other' };
  return counted((hundredths(hours[1], hours[2]) * 60) / 100 + Number(hours[3] ?? 0));
}

function hundredths(whole = '0', part = ''): number {
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function bare(value: number): MinutesText {
  return value === 0 ? { kind: 'nothing' } : { kind: 'bareDecimal', hundredths: value };
}

function counted(minutes: number): MinutesText {
  if (minutes === 0) return { kind: 'nothing' };
  return Number.isInteger(minutes) ? { kind: 'minutes', minutes } : { kind: 'other' };
}
