const WORD = /\p{L}[\p{L}\p{N}]*/gu;

/** The words of a text in their order, in lower case; numbers and signs are none. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLocaleLowerCase('sv').match(WORD) ?? [];
}

/** Words that follow each other and are compared together. */
const GRAM = 5;

/** Every run of five words of a text, each once; a text of fewer words is one run. */
export function gramsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  const runs = Math.max(1, words.length - GRAM + 1);
  return new Set(Array.from({ length: runs }, (_, at) => words.slice(at, at + GRAM).join(' ')));
}

/** How much two sets share: 0 for nothing, 1 for all; 0 where both are empty (Jaccard). */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Least likeness of near copies (review section 1, COPIED_TEXT): Jaccard of word 5-grams. */
export const NEAR_COPY = 0.8;

/** Whether one text is the other but for a word here and there. */
export function isNearCopy(a: string, b: string): boolean {
  return jaccard(gramsOf(a), gramsOf(b)) >= NEAR_COPY;
}
