import { expect, test } from 'vitest';
import { localeCookie } from '#lib/server/i18n/locale-cookie.ts';
import { rememberedLocale } from '#lib/shared/i18n/locale.ts';

test('the language is a cookie of this host alone, sent by https alone, where people come by https', () => {
  expect(localeCookie('ti', 'https://portal.example')).toBe(
    '__Host-portal-locale=ti; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
  );
  expect(localeCookie('ti', 'http://localhost:3000')).toBe(
    'portal-locale=ti; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
  );
});

test('what the host wrote itself counts before what another may have', () => {
  const read = (cookies: Record<string, string>) => rememberedLocale((name) => cookies[name]);
  expect(read({ 'portal-locale': 'uk', '__Host-portal-locale': 'so' })).toBe('so');
  expect(read({ 'portal-locale': 'uk' })).toBe('uk');
  expect(read({ '__Host-portal-locale': '<script>' })).toBeNull();
});
