import { type Locale, LOCALE_COOKIE } from '#lib/shared/i18n/locale.ts';

const ONE_YEAR_SECONDS = 31_536_000;

/** The header by which a browser remembers a language. `url` is any address of the portal. */
export function localeCookie(locale: Locale, url: string): string {
  const secure = new URL(url).protocol === 'https:' ? '; Secure' : '';
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
