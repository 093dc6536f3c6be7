import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addNotCalculable,
  addPlacement,
  type Compared,
  EXAMPLES_EACH_WAY,
  type Impact,
  mergeImpacts,
  NO_IMPACT,
  riseOf,
} from '#lib/domain/agreement/impact.ts';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import { ore, ZERO_ORE } from '#lib/shared/money.ts';

function evaluation(amount: number): Evaluation {
  const amountOre = ore(amount);
  const line = {
    key: 'base',
    component: 'basePay',
    quantity: 1,
    unitOre: amountOre,
    amountOre,
    because: [],
  } as const;
  const totals = { earnedOre: amountOre, postedOre: ZERO_ORE, deltaOre: amountOre };
  return { lines: amount === 0 ? [] : [line], pending: [], notPayable: [], deltas: [], totals };
}

function compared(id: number, before: number, after: number): Compared {
  return {
    placementId: `p${String(id).padStart(4, '0')}`,
    participantId: 'x',
    reference: null,
    providerId: `r${id % 3}`,
    level: LEVELS[id % 3] ?? 'A',
    before: evaluation(before),
    after: evaluation(after),
  };
}

const amounts = fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { maxLength: 120 });

function sumAll(pairs: readonly (readonly [number, number])[], from = 0): Impact {
  return pairs.reduce(
    (sum, [before, after], id) => addPlacement(sum, compared(from + id, before, after), true),
    NO_IMPACT,
  );
}

it('sums are the same however the stock is divided', () => {
  fc.assert(
    fc.property(amounts, fc.nat(120), (pairs, at) => {
      const parts = mergeImpacts(
        sumAll(pairs.slice(0, at)),
        sumAll(pairs.slice(at), Math.min(at, pairs.length)),
      );
      expect(parts).toEqual(sumAll(pairs));
    }),
  );
});

it('components, levels and total agree', () => {
  fc.assert(
    fc.property(amounts, (pairs) => {
      const { total, byLevel, byComponent, placements, changed } = sumAll(pairs);
      expect(placements).toBe(pairs.length);
      expect(changed).toBe(pairs.filter(([before, after]) => before !== after).length);
      for (const side of ['before', 'after'] as const) {
        expect(Object.values(byLevel).reduce((sum, level) => sum + level[side], 0)).toBe(total[side]);
        expect(Object.values(byComponent).reduce((sum, component) => sum + component[side], 0)).toBe(
          total[side],
        );
      }
    }),
  );
});

it('examples are the greatest rises and falls, no more than are shown', () => {
  fc.assert(
    fc.property(amounts, (pairs) => {
      const rises = pairs.map(([before, after]) => after - before);
      const shown = sumAll(pairs).examples.map(riseOf);
      const greatest = rises
        .filter((rise) => rise > 0)
        .toSorted((a, b) => b - a)
        .slice(0, EXAMPLES_EACH_WAY);
      const least = rises
        .filter((rise) => rise < 0)
        .toSorted((a, b) => a - b)
        .slice(0, EXAMPLES_EACH_WAY);
      expect(shown.filter((rise) => rise > 0)).toEqual(greatest);
      expect(shown.filter((rise) => rise < 0).toReversed()).toEqual(least);
    }),
  );
});

it('who may not be an example is counted all the same', () => {
  const impact = addPlacement(NO_IMPACT, compared(1, 100, 300), false);
  expect(impact).toMatchObject({ changed: 1, total: { before: 100, after: 300 }, examples: [] });
});

it('what cannot be calculated is counted by its reason', () => {
  const one = addNotCalculable(addNotCalculable(NO_IMPACT, 'notInForce'), 'facts');
  expect(mergeImpacts(one, one)).toMatchObject({ placements: 4, notCalculable: { notInForce: 2, facts: 2 } });
});
