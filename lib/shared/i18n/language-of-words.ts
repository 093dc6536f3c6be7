/** Which languages of participants a script is read in; the first where the reader's own is not among them. */
const SCRIPTS: readonly { readonly script: RegExp; readonly languages: readonly string[] }[] = [
  { script: /\p{Script=Arabic}/u, languages: ['ar', 'prs'] },
  { script: /\p{Script=Ethiopic}/u, languages: ['ti'] },
  { script: /\p{Script=Cyrillic}/u, languages: ['uk'] },
];

/**
 * The language that somebody's own words are marked with, so that they are read aloud as what they are: by their script the reader's own,
 * or the one that is commonest here; Swedish, which coaches write, where the letters are Latin.
 */
export function languageOfWords(text: string, locale: string): string {
  const languages = SCRIPTS.find(({ script }) => script.test(text))?.languages ?? ['sv'];
  return languages.find((language) => language === locale) ?? languages[0] ?? 'sv';
}
