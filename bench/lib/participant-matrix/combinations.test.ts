import { expect, test } from 'vitest';
import {
  everyCombination,
  pairsIn,
  pairwiseCombinations,
} from '#bench/lib/participant-matrix/combinations.ts';

test('there are 36 combinations, each once', () => {
  const all = everyCombination().map((combination) => JSON.stringify(combination));
  expect(all).toHaveLength(36);
  expect(new Set(all).size).toBe(36);
});

test('nine of them hold every pair: 6 + 4 + 6 + 6 + 9 + 6', () => {
  const few = pairwiseCombinations();
  expect(few).toHaveLength(9);
  expect(pairsIn(everyCombination()).size).toBe(37);
  expect(pairsIn(few)).toEqual(pairsIn(everyCombination()));
});
