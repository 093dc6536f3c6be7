import { languageName } from '#lib/shared/i18n/language-name.ts';

/** Languages that support is often given in beside Swedish (BCP 47). */
export const SUPPORT_LANGUAGES = [
  'am',
  'ar',
  'bs',
  'ckb',
  'en',
  'es',
  'fa',
  'fr',
  'kmr',
  'pl',
  'prs',
  'ps',
  'ru',
  'so',
  'sq',
  'sr',
  'swl',
  'th',
  'ti',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
] as const;

/** What somebody means by a text about language support: none, a tag (BCP 47) to be held to the rules, or that there was some. */
export type LanguageText =
  | { readonly kind: 'none' }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'which' };

const NONE = new Set(['', '-', '–', 'nej', 'no', 'inget', 'none', 'svenska', 'swedish']);
const SOME = new Set(['ja', 'yes', 'j', 'y', 'x']);
const EXPLICIT = /^kod (\S+)$/i;

/**
 * Reads language support as people write it: a tag, the Swedish or English name of a language, or that there was none.
 * That there was some does not tell which: the tags of Japanese (`ja`) and Norwegian (`no`) are meant by their names only.
 */
export function readLanguageText(text: string): LanguageText {
  const given = text.trim();
  const word = given.toLowerCase();
  if (NONE.has(word)) return { kind: 'none' };
  if (SOME.has(word)) return { kind: 'which' };
  return { kind: 'tag', tag: EXPLICIT.exec(given)?.[1] ?? namedLanguages().get(word) ?? given };
}

/** The text that reads back to this tag: the tag itself but where it would be taken for a word. */
export function languageText(tag: string): string {
  const texts = [tag, languageName(tag, 'sv')];
  return texts.find((text) => isTag(readLanguageText(text), tag)) ?? `kod ${tag}`;
}

function isTag(read: LanguageText, tag: string): boolean {
  return read.kind === 'tag' && read.tag === tag;
}

let named: ReadonlyMap<string, string> | null = null;

/** Tags by the names of their languages, in small letters. Of two by one name the one that is often given. */
function namedLanguages(): ReadonlyMap<string, string> {
  if (named !== null) return named;
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  // Deprecated tags have the names of those that replaced them.
  const current = pairs.filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag);
  const names = new Map<string, string>();
  for (const tag of [...SUPPORT_LANGUAGES, ...current]) {
    for (const name of [languageName(tag, 'sv'), languageName(tag, 'en')]) {
      const word = name.toLowerCase();
      if (word !== tag && !names.has(word)) names.set(word, tag);
    }
  }
  named = names;
  return names;
}
