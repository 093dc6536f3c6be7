import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { DEFAULT_LOCALE, LOCALE_COOKIE, parseLocale } from '#lib/shared/i18n/locale.ts';

/** The language of a request: the person's choice in a cookie, Swedish until one is made. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale =
    parseLocale(asked) ?? parseLocale((await cookies()).get(LOCALE_COOKIE)?.value) ?? DEFAULT_LOCALE;
  return { locale, messages: messagesFor(locale), timeZone: 'Europe/Stockholm' };
});
