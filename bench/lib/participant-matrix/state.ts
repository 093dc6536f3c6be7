import type { Combination } from '#bench/lib/participant-matrix/combinations.ts';

/** What a page was found to be. Lists say what is wrong: an empty one is as it should be. */
export type State = {
  readonly name: string;
  readonly path: string;
  readonly violations: readonly string[];
  /** How many pixels there are to scroll sideways. */
  readonly sideways: number;
  readonly smallTargets: readonly string[];
  /** Of the full sentences of the page's main, where there are enough of them; null elsewhere and in other languages. */
  readonly lix: number | null;
  /** In Arabic: what stands in Swedish without being marked as Swedish. */
  readonly unmarked: readonly string[];
  /** Keys of the catalogue that stand where words should. */
  readonly keys: readonly string[];
};

/** LIX that no page in these languages may go beyond. */
export const MOST_LIX = { sv: 40, 'sv-simple': 30 } as const;

/** From the first page after login to the receipt, typing nothing. */
export const MOST_KEYS = 15;

/** What is wrong with the page, in words; nothing where nothing is. */
export function faultsOf(state: State, { locale }: Combination): readonly string[] {
  const { name, path, violations, sideways, smallTargets, lix, unmarked, keys } = state;
  return [
    ...violations,
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...smallTargets.map((target) => `small: ${target}`),
    ...(locale !== 'ar' && lix !== null && lix > MOST_LIX[locale] ? [`LIX ${lix.toFixed(1)}`] : []),
    ...unmarked.map((words) => `not marked as Swedish: ${words}`),
    ...keys.map((key) => `no words for ${key}`),
  ].map((fault) => `${name} (${path}): ${fault}`);
}
