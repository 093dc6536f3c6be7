import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSeeded } from '#lib/domain/choice/seeded-order.ts';

const SEED = 20_260_102;

describe('the order among equals', () => {
  it('is the same for the same participant and day, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 12 }), fc.string(), (ids, seed) => {
        const sorted = ids.toSorted(compareSeeded(seed));
        expect(ids.toReversed().toSorted(compareSeeded(seed))).toEqual(sorted);
        expect(sorted.toSorted()).toEqual(ids.toSorted());
      }),
      { seed: SEED },
    );
  });

  it('favours nobody: each of n stands first in 1/n of 10 000 participants and days', () => {
    const runs = 10_000;
    for (const n of [2, 3, 5, 9]) {
      const ids = Array.from({ length: n }, (_, index) => `0190c5d0-0000-7000-8000-00000000000${index}`);
      const first = new Map(ids.map((id) => [id, 0]));
      for (let run = 0; run < runs; run += 1) {
        const winner = ids.toSorted(compareSeeded(`0190c5d0-1111-7000-8000-${run} 2026-01-02`))[0] ?? '';
        first.set(winner, (first.get(winner) ?? 0) + 1);
      }
      // Mean n·p, standard deviation √(n·p·(1 − p)); four of them hold 99.99 % of fair draws.
      const mean = runs / n;
      const margin = 4 * Math.sqrt(mean * (1 - 1 / n));
      for (const [id, count] of first) expect(Math.abs(count - mean), `${id} of ${n}`).toBeLessThan(margin);
    }
  });
});
