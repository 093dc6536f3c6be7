import type { Delta, Line } from '#lib/domain/compensation/evaluation.ts';
import type { Posting } from '#lib/domain/compensation/types.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';

function gather(amounts: readonly { readonly key: string; readonly amountOre: Ore }[]): Map<string, Ore[]> {
  const byKey = new Map<string, Ore[]>();
  for (const { key, amountOre } of amounts) {
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [amountOre]);
    else list.push(amountOre);
  }
  return byKey;
}

/**
 * What a statement must post so that each key holds what the facts of today give: Σ lines − Σ posted, in öre, by key
 * in code-unit order, without zeros (compensation model section 5). A key that is only posted gets minus what is
 * posted. Throws OreOutOfRangeError where an amount cannot be held exactly.
 */
export function deltas(lines: readonly Line[], posted: readonly Posting[]): readonly Delta[] {
  const byKey = gather(lines);
  for (const [key, amounts] of gather(posted)) {
    const earned = byKey.get(key) ?? [];
    byKey.set(key, [...earned, ...amounts.map((amount) => ore(0 - amount))]);
  }
  return [...byKey]
    .map(([key, amounts]) => ({ key, amountOre: sumOre(amounts) }))
    .filter(({ amountOre }) => amountOre !== 0)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
