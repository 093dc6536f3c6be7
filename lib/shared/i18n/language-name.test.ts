import { expect, test } from 'vitest';
import { languageName, languagesInWords } from '#lib/shared/i18n/language-name.ts';

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
