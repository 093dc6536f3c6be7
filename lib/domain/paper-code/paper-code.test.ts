import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CODE_ALPHABET,
  codeLastDay,
  codeOf,
  groupedCode,
  readCode,
  SECRET_CHARACTERS,
} from '#lib/domain/paper-code/paper-code.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const drawn = fc.array(fc.integer({ min: 0, max: 22 }), {
  minLength: SECRET_CHARACTERS,
  maxLength: SECRET_CHARACTERS,
});
const code = drawn.map(codeOf);

test('a code holds more than sixty bits, in characters that are not taken for each other', () => {
  expect(SECRET_CHARACTERS * Math.log2(CODE_ALPHABET.length)).toBeGreaterThan(60);
  expect(new Set(CODE_ALPHABET).size).toBe(23);
  for (const alike of ['0O', '1IL', '2Z', '5S', '8B', 'UV', 'QO']) {
    expect(Array.from(alike).filter((each) => CODE_ALPHABET.includes(each)).length).toBeLessThanOrEqual(1);
  }
});

test('a code is printed in four groups of four', () => {
  expect(groupedCode(codeOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))).toBe('3467-9ACD-EFGH-JKMP');
});

test('a code is read however it is grouped, spaced and written', () => {
  const ways = fc.constantFrom(
    (text: string) => text,
    groupedCode,
    (text: string) => groupedCode(text).toLowerCase(),
    (text: string) => ` ${groupedCode(text).replaceAll('-', ' – ')} `,
    (text: string) => Array.from(text).join(' '),
  );
  fc.assert(
    fc.property(code, ways, (text, way) => {
      expect(readCode(way(text))).toBe(text);
    }),
  );
});

test('one wrong character is always found', () => {
  const wrong = fc.tuple(
    code,
    fc.nat({ max: SECRET_CHARACTERS }),
    fc.constantFrom(...Array.from(CODE_ALPHABET)),
  );
  fc.assert(
    fc.property(wrong, ([text, at, other]) => {
      fc.pre(text.charAt(at) !== other);
      expect(readCode(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
    }),
  );
});

test('two characters that have changed places are always found', () => {
  const places = fc.nat({ max: SECRET_CHARACTERS - 1 });
  fc.assert(
    fc.property(code, places, places, (text, a, b) => {
      fc.pre(text.charAt(a) !== text.charAt(b));
      const characters = Array.from(text);
      [characters[a], characters[b]] = [text.charAt(b), text.charAt(a)];
      expect(readCode(characters.join(''))).toBeNull();
    }),
  );
});

test.each(['', 'ABC', '3467-9ACD-EFGH-JKM', '3467-9ACD-EFGH-JKM99', '3467-9ACD-EFGH-JKM0', '🙂'.repeat(16)])(
  '%j is no code',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);

test.each([
  ['the last day to choose, while that is to come', '2026-05-11', '2026-05-18', '2026-05-18'],
  ['the last day itself', '2026-05-18', '2026-05-18', '2026-05-18'],
  ['thirty days, where it has passed and nobody has been assigned', '2026-05-19', '2026-05-18', '2026-06-18'],
  ['thirty days, where it is further ahead', '2026-05-11', '2026-07-01', '2026-06-10'],
])('a code lasts through %s', (_, today, chooseBy, last) => {
  expect(codeLastDay(plainDate(today), plainDate(chooseBy))).toBe(last);
});
