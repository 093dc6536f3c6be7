import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import type { Posting } from '#lib/domain/compensation/types.ts';
import { entitlementOf } from '#lib/domain/statement/entry-key.ts';
import { type Ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';

/** A sum that does not hold: what the facts give for a key, and what the statements hold for it, in öre. */
export type BrokenSum = {
  readonly kind: 'brokenSum';
  readonly key: string;
  readonly earnedOre: Ore;
  readonly postedOre: Ore;
};
/** An amount that stands in more than one of lines, pending and not payable. */
export type CountedTwice = { readonly kind: 'countedTwice'; readonly key: string };
export type Breach = BrokenSum | CountedTwice;

function sums(amounts: readonly { readonly key: string; readonly amountOre: Ore }[]): Map<string, Ore> {
  const byKey = new Map<string, Ore>();
  for (const { key, amountOre } of amounts) byKey.set(key, sumOre([byKey.get(key) ?? ZERO_ORE, amountOre]));
  return byKey;
}

function countedTwice({ lines, pending, notPayable }: Evaluation): CountedTwice | null {
  const seen = new Set<string>();
  const lineKeys = new Set<string>();
  for (const { key } of lines) {
    if (lineKeys.has(key)) return { kind: 'countedTwice', key };
    lineKeys.add(key);
    seen.add(entitlementOf(key));
  }
  for (const { key } of [...pending, ...notPayable]) {
    const about = entitlementOf(key);
    const ofOutcome = key === 'outcome' && [...seen].some((one) => !one.startsWith('base:'));
    if (seen.has(about) || ofOutcome) return { kind: 'countedTwice', key };
    seen.add(about);
  }
  return null;
}

/**
 * What breaks conservation for one placement, or null: for each key, what all statements hold – the one being made
 * included – is what the facts give, and no amount stands in two lists (compensation model section 6). `postedAfter`
 * is read back from where it is kept, never carried over from the calculation that it checks.
 */
export function findBreach(evaluation: Evaluation, postedAfter: readonly Posting[]): Breach | null {
  const earned = sums(evaluation.lines);
  const posted = sums(postedAfter);
  for (const key of new Set([...earned.keys(), ...posted.keys()])) {
    const earnedOre = earned.get(key) ?? ZERO_ORE;
    const postedOre = posted.get(key) ?? ZERO_ORE;
    if (earnedOre !== postedOre) return { kind: 'brokenSum', key, earnedOre, postedOre };
  }
  return countedTwice(evaluation);
}
