/** How a page of participants is met: with or without scripts, in which language, how wide, in which colours. */
export type Combination = {
  readonly javaScript: boolean;
  readonly locale: (typeof DIMENSIONS.locale)[number];
  readonly width: (typeof DIMENSIONS.width)[number];
  readonly scheme: (typeof DIMENSIONS.scheme)[number];
};

export const DIMENSIONS = {
  javaScript: [true, false],
  locale: ['sv', 'sv-simple', 'ar'],
  width: [320, 1280],
  scheme: ['light', 'dark', 'forced'],
} as const;

/** All that there are: 2 × 3 × 2 × 3. */
export function everyCombination(): readonly Combination[] {
  return DIMENSIONS.locale.flatMap((locale) =>
    DIMENSIONS.scheme.flatMap((scheme) =>
      DIMENSIONS.width.flatMap((width) =>
        DIMENSIONS.javaScript.map((javaScript) => ({ javaScript, locale, width, scheme })),
      ),
    ),
  );
}

/**
 * As few as there can be in which every two values of two dimensions meet: language and colours alone make nine pairs, one row
 * each; scripts and width are laid over them so that they meet those and one another.
 */
export function pairwiseCombinations(): readonly Combination[] {
  return DIMENSIONS.scheme.flatMap((scheme, mth) =>
    DIMENSIONS.locale.map((locale, nth) => ({
      locale,
      scheme,
      javaScript: (nth + mth) % 3 !== 0,
      width: (nth + 2 * mth) % 3 === 0 ? 1280 : 320,
    })),
  );
}

/** Every two values of two dimensions, as text, that these combinations have together. */
export function pairsIn(combinations: readonly Combination[]): ReadonlySet<string> {
  return new Set(
    combinations.flatMap((combination) => {
      const values = Object.entries(combination)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([dimension, value]) => `${dimension} ${String(value)}`);
      return values.flatMap((one, nth) => values.slice(nth + 1).map((other) => `${one}, ${other}`));
    }),
  );
}

export function combinationName({ javaScript, locale, width, scheme }: Combination): string {
  return `${locale}, ${width} px, ${scheme}, ${javaScript ? 'with' : 'without'} JavaScript`;
}
