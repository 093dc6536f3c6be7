/** A share with its 95 % interval, each 0–1. */
export type ShareInterval = { readonly share: number; readonly low: number; readonly high: number };

/** 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The share of `hits` among `of` with Wilson's score interval at 95 per cent: unlike the plain one it is never outside 0–1 and does not collapse at
 * none or all. Null where there is nothing to share. Source: Wilson 1927.
 */
export function wilson(hits: number, of: number): ShareInterval | null {
  if (of === 0) return null;
  const share = hits / of;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
