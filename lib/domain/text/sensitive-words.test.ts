import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import { sensitiveParts } from '#lib/domain/text/sensitive-words.ts';

const found = (text: string) => sensitiveParts(text).map(({ kind, words }) => `${kind} ${words}`);

describe('an identity number is seen', () => {
  test.each(['19900101-2385', '199001012385', '900101-2385', '900101 2385', '900101+2385', '9001012385'])(
    'as %s',
    (number) => {
      expect(found(`Ring mamman, ${number}.`)).toEqual([`identityNumber ${number}`]);
    },
  );

  test.each([
    ['a wrong last digit', '900101-2384'],
    ['no such day', '901301-2384'],
    ['an organisation number', '556677-8899'],
    ['a longer number', '123199001012385'],
    ['a telephone number', '021-123 45 67'],
  ])('but not in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('wherever it stands, also as a coordination number', () => {
    const numbers = fc
      .record({ day: fc.integer({ min: 61, max: 88 }), serial: fc.integer({ min: 100, max: 999 }) })
      .map(({ day, serial }) => withCheckDigit(`9002${day}${serial}`));
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom('', 'a ', 'Barnets '),
        fc.constantFrom('', '.', ' b'),
        (n, a, b) => {
          expect(found(`${a}${n}${b}`)).toEqual([`identityNumber ${n}`]);
        },
      ),
    );
  });
});

describe('a word of health is seen', () => {
  test.each([
    ['Har fått en ADHD-diagnos', ['health ADHD', 'health diagnos']],
    ['sjukskriven på halvtid, Sjukskrivningen gäller', ['health sjukskriven', 'health Sjukskrivningen']],
    ['on medication', ['health medication']],
  ])('in ”%s”', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    'Hälsofrämjande aktiviteter på gymmet',
    'Arbete inom vården',
    'hivar upp kartonger',
    'Address till Komvux',
  ])('but not in ”%s”', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('nothing is found twice, and any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const parts = found(`${text} diagnos ${text} diagnos`);
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts).toContain('health diagnos');
    }),
  );
});
