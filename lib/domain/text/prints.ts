import { gramsOf } from '#lib/domain/text/words.ts';

/** The print of a text: its word 5-grams as signed 32-bit numbers in rising order, by which near copies are found without reading it. */
export type Print = {
  /** The text's place in its document. */
  readonly place: string;
  readonly grams: readonly number[];
};

/** Texts of fewer runs of words than this are alike without being copied. */
export const LEAST_GRAMS = 8;

/**
 * The print of a text, or null where it is too short to be told from others'. `salt` keeps prints of different providers
 * apart: equal texts have nothing in common under different salts.
 */
export function printOf(place: string, text: string, salt: string): Print | null {
  const grams = [...new Set([...gramsOf(text)].map((gram) => hash32(`${salt} ${gram}`)))].toSorted(
    (a, b) => a - b,
  );
  return grams.length < LEAST_GRAMS ? null : { place, grams };
}

/**
 * How many of a print's numbers are enough to find every near copy by, the first of them in any fixed order. Of two sets with a Jaccard of at least p
 * each holds at least ⌈p·n⌉ of the other's n members, so that one of any n − ⌈p·n⌉ + 1 of them is in both. `permille` is p, 1–1000.
 * The database counts the same (`app.prefix_of`).
 */
export function prefixLength(grams: number, permille: number): number {
  return grams - Math.ceil((grams * permille) / 1000) + 1;
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
