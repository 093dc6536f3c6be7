import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNumbers } from '#components/ui/page-numbers.ts';

test('few pages are all shown', () => {
  expect(pageNumbers(2, 3)).toEqual([1, 2, 3]);
});

test('what lies between is a gap', () => {
  expect(pageNumbers(1, 12)).toEqual([1, 2, 0, 12]);
  expect(pageNumbers(5, 12)).toEqual([1, 0, 4, 5, 6, 0, 12]);
  expect(pageNumbers(12, 12)).toEqual([1, 0, 11, 12]);
});

test('the first, the last and the page itself are always there, in order and once', () => {
  const place = fc
    .integer({ min: 1, max: 500 })
    .chain((pages) => fc.record({ pages: fc.constant(pages), page: fc.integer({ min: 1, max: pages }) }));
  fc.assert(
    fc.property(place, ({ page, pages }) => {
      const numbers = pageNumbers(page, pages).filter((number) => number !== 0);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(numbers).toEqual(expect.arrayContaining([1, page, pages]));
    }),
  );
});
