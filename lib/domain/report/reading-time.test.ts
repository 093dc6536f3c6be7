import { expect, test } from 'vitest';
import { readingOf } from '#lib/domain/report/reading-time.ts';

const at = 1_000_000;
const shown = (secondsBefore: number, ...contentHashes: readonly string[]) => ({
  at: at - secondsBefore * 1000,
  contentHashes,
});

test('a batch that is signed as it was shown has been read since then', () => {
  expect(readingOf(['a', 'b'], [shown(30, 'a', 'b')], at)).toEqual([{ reports: 2, seconds: 30 }]);
});

test('what is left out takes no reading away from the rest', () => {
  expect(readingOf(['a', 'b'], [shown(300, 'a', 'b', 'c'), shown(4, 'a', 'b')], at)).toEqual([
    { reports: 2, seconds: 300 },
  ]);
});

test('what is added or changed has been read since it was shown so', () => {
  const before = [shown(300, 'a', 'b'), shown(4, 'a', 'b2', 'c')];
  expect(readingOf(['a', 'b2', 'c'], before, at)).toEqual([
    { reports: 3, seconds: 300 },
    { reports: 2, seconds: 4 },
  ]);
});

test('what was never shown tells nothing', () => {
  expect(readingOf(['a'], [], at)).toEqual([]);
  expect(readingOf(['a', 'b'], [shown(10, 'a')], at)).toEqual([{ reports: 1, seconds: 10 }]);
});
