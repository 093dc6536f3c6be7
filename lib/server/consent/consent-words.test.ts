import { expect, test } from 'vitest';
import { consentWords } from '#lib/server/consent/consent-words.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';

test.each(LOCALES)(
  'what is shown in %s names both providers and leaves nothing to be filled in',
  (locale) => {
    for (const what of ['plan', 'finalReport'] as const) {
      const given = consentWords(locale, { what, given: true, from: 'Ett AB', to: 'Två AB' });
      expect(given).toContain('Ett AB');
      expect(given).toContain('Två AB');
      expect(given).not.toMatch(/[{}]/);
      expect(consentWords(locale, { what, given: false, from: 'Ett AB', to: 'Två AB' })).not.toBe(given);
    }
  },
);
