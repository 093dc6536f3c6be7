import { expect, test } from 'vitest';
import {
  directionOf,
  intlTag,
  LOCALES,
  parseLocale,
  STAFF_LOCALES,
  staffLocaleOf,
} from '#lib/shared/i18n/locale.ts';

test('only the languages of the portal are languages', () => {
  expect(LOCALES.map(parseLocale)).toEqual([...LOCALES]);
  for (const other of ['EN', 'sv-SE', 'de', '', null, undefined, ['sv'], '__proto__']) {
    expect(parseLocale(other)).toBeNull();
  }
});

test('staff read English where it was chosen, else Swedish', () => {
  expect(LOCALES.filter((locale) => staffLocaleOf(locale) === 'en')).toEqual(['en']);
  expect(STAFF_LOCALES.map(staffLocaleOf)).toEqual([...STAFF_LOCALES]);
});

test('Arabic and Dari are written from right to left', () => {
  expect(LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar', 'prs']);
});

test.each(LOCALES)(
  '%s is known where figures are formed, and those are the ones of Swedish papers',
  (locale) => {
    const known = Intl.getCanonicalLocales(locale)[0]?.split('-')[0] ?? '';
    const { locale: used } = new Intl.PluralRules(locale).resolvedOptions();
    // Dari is Persian as it is spoken in Afghanistan.
    expect(used.split('-')[0]).toBe(known);
    expect(new Intl.NumberFormat(intlTag(locale)).format(12_345)).toMatch(/^12\D345$/);
  },
);

test('plurals follow each language', () => {
  const forms = (locale: string, counts: readonly number[]) =>
    counts.map((count) => new Intl.PluralRules(locale).select(count));
  expect(forms('ar', [0, 1, 2, 3, 11, 100])).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  expect(forms('uk', [1, 2, 5, 21])).toEqual(['one', 'few', 'many', 'one']);
  // Persian counts nothing as one.
  expect(forms('prs', [0, 1, 2])).toEqual(['one', 'one', 'other']);
  expect(forms('ti', [0, 1, 2])).toEqual(['one', 'one', 'other']);
  expect(forms('so', [1, 2])).toEqual(['one', 'other']);
  expect(forms('sv-simple', [1, 2])).toEqual(['one', 'other']);
});
