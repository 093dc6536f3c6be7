import type { Delta, Line } from '#lib/domain/compensation/evaluation.ts';
import type { Posting } from '#lib/domain/compensation/types.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';

/**
 * What a statement must post so that each key holds what the facts of today give: Σ lines − Σ posted, in öre, by key
 * in code-unit order, without zeros (compensation model section 5). A key that is only posted gets minus what is
 * posted. Throws OreOutOfRangeError where an amount cannot be held exactly.
 */
export function deltas(lines: readonly Line[], posted: readonly Posting[]): readonly Delta[] {
  const byKey = new Map<string, Ore[]>();
  const add = (key: string, amountOre: Ore): void => {
    const amounts = byKey.get(key);
    if (amounts === undefined) byKey.set(key, [amountOre]);
    else amounts.push(amountOre);
  };
  for (const { key, amountOre } of lines) add(key, amountOre);
  for (const { key, amountOre } of posted) add(key, ore(0 - amountOre));
  return [...byKey]
    .map(([key, amounts]) => ({ key, amountOre: sumOre(amounts) }))
    .filter(({ amountOre }) => amountOre !== 0)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
