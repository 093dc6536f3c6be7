import { HOST_LOCALE_COOKIE, type Locale, LOCALE_COOKIE } from '#lib/shared/i18n/locale.ts';

const ONE_YEAR_SECONDS = 31_536_000;

/** The header by which a browser remembers a language. `portalUrl` is the address that people use. */
export function localeCookie(locale: Locale, portalUrl: string): string {
  const isSecure = portalUrl.startsWith('https:');
  const name = isSecure ? HOST_LOCALE_COOKIE : LOCALE_COOKIE;
  return `${name}=${locale}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
