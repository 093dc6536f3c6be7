import { describe, expect, it } from 'vitest';
import { deltas } from '#lib/domain/compensation/deltas.ts';
import { approved, given } from '#lib/domain/compensation/testing/given.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

function posting(key: string, amount: number): { key: string; amountOre: Ore } {
  return { key, amountOre: ore(amount) };
}

const KEY = 'base:2021-03:2020-01-01';
const march = { reports: [approved('2021-03', '2021-04-06')] };

describe('deltas', () => {
  it('postings with the same key are summed, reversals too', () => {
    const posted = [posting(KEY, 100_000), posting(KEY, 50_000), posting(KEY, -500)];
    expect(given({ ...march, posted }).deltas).toEqual([]); // 1 495.00 kr is what March gives
  });

  it('a key that is only posted gets minus what is posted', () => {
    expect(given({ ...march, posted: [posting('speed', 300), posting(KEY, 149_500)] })).toMatchObject({
      deltas: [{ key: 'speed', amountOre: -300 }],
      totals: { earnedOre: 149_500, postedOre: 149_800, deltaOre: -300 },
    });
  });

  it('a posting of nothing, or a pair that cancels out, leaves no delta', () => {
    expect(deltas([], [posting('a', 0), posting('b', 5), posting('b', -5)])).toEqual([]);
  });

  it('stand in code-unit order, whatever the keys', () => {
    const keys = [
      'ö',
      'a',
      'Z',
      '__proto__',
      'constructor',
      'result:10',
      'result:4',
      '\u{1F600}',
      '\uFFFD',
      '',
    ];
    const sorted = [
      '',
      'Z',
      '__proto__',
      'a',
      'constructor',
      'result:10',
      'result:4',
      'ö',
      '\u{1F600}',
      '\uFFFD',
    ];
    expect(
      deltas(
        [],
        keys.map((key) => posting(key, -1)),
      ),
    ).toEqual(sorted.map((key) => posting(key, 1)));
  });

  it('are exact where sums on the way are not', () => {
    const huge = Number.MAX_SAFE_INTEGER;
    expect(
      deltas([], [posting('a', huge), posting('a', huge), posting('a', -huge), posting('a', -huge + 1)]),
    ).toEqual([posting('a', -1)]);
  });
});
