import { expect, test } from 'vitest';
import { parseLocale } from '#lib/shared/i18n/locale.ts';

test('only the languages of the portal are languages', () => {
  expect(parseLocale('en')).toBe('en');
  for (const other of ['EN', 'sv-SE', 'de', '', null, undefined, ['sv'], '__proto__']) {
    expect(parseLocale(other)).toBeNull();
  }
});
