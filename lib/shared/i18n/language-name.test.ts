import { expect, test } from 'vitest';
import { languageName, languagesInWords } from '#lib/shared/i18n/language-name.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';

test('a language has its name in the language of the page', () => {
  expect([languageName('so', 'sv'), languageName('prs', 'en'), languageName('swl', 'sv')]).toEqual([
    'somaliska',
    'Dari',
    'svenskt teckenspråk',
  ]);
});

test('what is no language tag is shown as it was written', () => {
  expect(languageName('tolk på telefon', 'sv')).toBe('tolk på telefon');
});

test('several languages are one line that begins with a capital', () => {
  expect(languagesInWords(['sv', 'ar', 'so'], 'sv')).toBe('Svenska, arabiska, somaliska');
  expect(languagesInWords([], 'sv')).toBe('');
});

test('every language names every language of the portal, and the sign language of Sweden, in its own words', () => {
  for (const locale of LOCALES) {
    const tags = [...LOCALES.filter((tag) => tag !== 'sv-simple'), 'ckb', 'kmr', 'swl', 'fa', 'tr'];
    const names = tags.map((tag) => languageName(tag, locale));
    expect(names.filter((name, index) => name === tags[index])).toEqual([]);
  }
});

test('names stand apart as the language writes it', () => {
  expect(languagesInWords(['sv', 'ar'], 'ar')).toBe('السويدية، العربية');
  expect(languagesInWords(['sv', 'ar'], 'uk')).toBe('Шведська, арабська');
});
