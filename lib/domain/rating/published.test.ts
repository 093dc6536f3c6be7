import { expect, test } from 'vitest';
import { isAlike, publishedCount } from '#lib/domain/rating/rating.ts';

test('a number of persons under ten is not published, none too', () => {
  expect([0, 1, 9, 10, 64].map(publishedCount)).toEqual([null, null, null, 10, 64]);
});

test('who is better than none is among the lowest only with one star: equal measures share the higher stars', () => {
  expect(isAlike({ stars: 1, betterThanTenths: 0 })).toBe(false);
  expect(isAlike({ stars: 4, betterThanTenths: 0 })).toBe(true);
  expect(isAlike({ stars: 4, betterThanTenths: 7 })).toBe(false);
});
