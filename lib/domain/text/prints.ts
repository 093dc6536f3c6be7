import { gramsOf, NEAR_COPY } from '#lib/domain/final-report/words.ts';

/**
 * The print of an answer: its word 5-grams as signed 32-bit numbers in rising order, and the first of them, by which near
 * copies are found without comparing everybody with everybody.
 */
export type Print = {
  /** The answer's place in the report. */
  readonly place: string;
  readonly grams: readonly number[];
  readonly prefix: readonly number[];
};

/** Answers of fewer runs of words than this are alike without being copied. */
export const LEAST_GRAMS = 8;

/**
 * The print of a text, or null where it is too short to be told from others'. `salt` keeps prints of different providers
 * apart: equal texts have nothing in common under different salts.
 *
 * Of two sets with a Jaccard of at least 0.8 the larger shares at least ⌈0.8·n⌉ of its n members with the smaller, so that
 * in any fixed order the first n − ⌈0.8·n⌉ + 1 of either have one in common: whoever shares none of them is no near copy.
 */
export function printOf(place: string, text: string, salt: string): Print | null {
  const grams = [...new Set([...gramsOf(text)].map((gram) => hash32(`${salt} ${gram}`)))].toSorted(
    (a, b) => a - b,
  );
  if (grams.length < LEAST_GRAMS) return null;
  // Less a hair: a product that lies a rounding above its whole number is that number.
  const kept = grams.length - Math.ceil(NEAR_COPY * grams.length - 1e-9) + 1;
  return { place, grams, prefix: grams.slice(0, kept) };
}

/** FNV-1a over UTF-16 code units with a final mix, as a signed 32-bit number. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
