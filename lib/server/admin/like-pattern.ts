/** Words that are searched for anywhere in a text, as an (I)LIKE pattern; what has a meaning there is taken as it stands. */
export function likePattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
