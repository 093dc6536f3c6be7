/** Words below words, down to the messages. */
export interface Words {
  readonly [key: string]: string | Words;
}

/**
 * A language's own messages, and the source's where it has none yet: nobody meets an empty place. A test keeps languages from
 * lacking any.
 */
export function filledIn<T extends Words>(source: T, own: Words): T {
  const filled = Object.fromEntries(
    Object.entries(source).map(([key, words]) => {
      const mine = own[key];
      return [
        key,
        typeof words === 'string' || typeof mine !== 'object' ? (mine ?? words) : filledIn(words, mine),
      ];
    }),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every key of the source was just put in
  return filled as T;
}
