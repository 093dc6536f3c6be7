import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/**
 * Letters and digits that are not taken for each other, neither in print nor in handwriting or when they are read out: no 0 or O,
 * 1, I or L, 2 or Z, 5 or S, 8 or B, U or V's like. They are 23, a prime: see {@link checkCharacter}.
 */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPRTVWXY';

/** Drawn by chance: 15 of 23, more than 67 bits. One more checks them. */
export const SECRET_CHARACTERS = 15;
const GROUP = 4;

/** Most days that a code can be used, where the last day to choose is further ahead or has passed. */
export const MOST_CODE_DAYS = 30;

/** How long somebody who has typed a code can look and choose before typing it again, in minutes. The database holds it, too. */
export const CODE_SESSION_MINUTES = 30;

/**
 * The character that checks those before it: each counted as many times as its place, modulo 23. As 23 is a prime and no place is
 * beyond 22, one wrong character is always found, and so are any two that have changed places. Throws on what is not drawn.
 */
export function checkCharacter(drawn: string): string {
  const sum = Array.from(drawn).reduce((total, character, at) => {
    const value = CODE_ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('a character that no code has');
    return total + value * (at + 1);
  }, 0);
  return CODE_ALPHABET.charAt(sum % CODE_ALPHABET.length);
}

/** A whole code of {@link SECRET_CHARACTERS} drawn numbers from 0 to 22. Throws on any other. */
export function codeOf(drawn: readonly number[]): string {
  const characters = drawn.map((value) => CODE_ALPHABET.charAt(value)).join('');
  if (characters.length !== SECRET_CHARACTERS) throw new RangeError('not as many as a code has');
  return characters + checkCharacter(characters);
}

/** A code as it is printed and shown: four groups of four. */
export function groupedCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * The code that somebody has typed, however it is grouped and in capitals or not; null where it cannot be one, because it is too
 * long or short, holds what no code has, or a character is wrong. Anybody can work that out: it says nothing of the codes there are.
 */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·]/gu, '');
  if (code.length !== SECRET_CHARACTERS + 1 || Array.from(code).some((each) => !CODE_ALPHABET.includes(each)))
    return null;
  const drawn = code.slice(0, SECRET_CHARACTERS);
  return checkCharacter(drawn) === code.slice(SECRET_CHARACTERS) ? code : null;
}

/**
 * The last day that a code made today can be used: the last day to choose, where that is today or later and at most
 * {@link MOST_CODE_DAYS} ahead; else that many days from today (choice, section 7: it opens exactly one choice).
 */
export function codeLastDay(today: PlainDate, chooseBy: PlainDate): PlainDate {
  const longest = addDays(today, MOST_CODE_DAYS);
  return chooseBy >= today && chooseBy <= longest ? chooseBy : longest;
}

/** How a code stands to who has it. */
export const CODE_STATES = ['open', 'used', 'revoked', 'replaced', 'expired', 'chosen'] as const;
export type CodeState = (typeof CODE_STATES)[number];

/**
 * Why a code does not open anything: as above, or it was typed wrongly, is none of ours, came too often, or its
 * session is over. Whether something was chosen in that session is not known then, and is not said.
 */
export const CODE_TROUBLES = [
  'used',
  'revoked',
  'replaced',
  'expired',
  'chosen',
  'mistyped',
  'unknown',
  'tooMany',
  'over',
  'receiptOver',
] as const;
export type CodeTrouble = (typeof CODE_TROUBLES)[number];
