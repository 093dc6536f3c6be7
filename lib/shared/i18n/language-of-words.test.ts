import { expect, test } from 'vitest';
import { languageOfWords } from '#lib/shared/i18n/language-of-words.ts';

test.each([
  ['Planen är bra.', 'ar', 'sv'],
  ['Planen är bra.', 'so', 'sv'],
  ['الخطة جيدة', 'ar', 'ar'],
  ['پلان خوب است', 'prs', 'prs'],
  ['الخطة جيدة', 'sv', 'ar'],
  ['ጽቡቕ', 'sv', 'ti'],
  ['План добрий', 'en', 'uk'],
  ['', 'ar', 'sv'],
])('%s, read in %s, is marked as %s', (text, locale, language) => {
  expect(languageOfWords(text, locale)).toBe(language);
});
