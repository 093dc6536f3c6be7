import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  orgNoDigits,
  readDay,
  readExtent,
  readExtentPercent,
  type Tell,
} from '#lib/domain/text/read-typed.ts';

const told: (string | undefined)[][] = [];
const tell: Tell = (...fault) => told.push(fault);

test('a day is read with what stands around it, and told of by its name where it is none', () => {
  expect(readDay(' 2026-03-01 ', '/from', 'första dagen', tell)).toBe('2026-03-01');
  expect(told.splice(0)).toEqual([]);
  for (const text of ['', '2026-02-30', '1 mars'])
    expect(readDay(text, '/from', 'första dagen', tell)).toBeNull();
  const sentence = 'Första dagen ska vara ett datum, till exempel 2026-03-01.';
  expect(told.splice(0)).toEqual(Array.from({ length: 3 }, () => ['/from', 'dateInvalid', sentence]));
});

test('an extent is a whole number of per cent from 1 to 100', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 2000 }), (percent) => {
      const right = percent >= 1 && percent <= 100 ? percent : null;
      expect(readExtentPercent(` ${percent} `)).toBe(right);
    }),
  );
  for (const text of ['', '50,5', '50 %', '1e1', '0x10'])
    expect(readExtent(text, '/extentPercent', tell)).toBeNull();
  expect(told.splice(0).map(([pointer, code]) => [pointer, code])).toEqual(
    Array.from({ length: 5 }, () => ['/extentPercent', 'extentInvalid']),
  );
});

test('an organisation number is its ten digits, however it is written', () => {
  for (const text of ['5599458022', '559945-8022', '165599458022', '16 559945-8022'])
    expect(orgNoDigits(text)).toBe('5599458022');
  // Ten digits that begin with 16 lose nothing.
  expect(orgNoDigits('162000-0000')).toBe('1620000000');
});
