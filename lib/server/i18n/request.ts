import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';
import {
  DEFAULT_LOCALE,
  type Locale,
  LOCALE_COOKIE,
  parseLocale,
  staffLocaleOf,
} from '#lib/shared/i18n/locale.ts';
import { PATH_HEADER } from '#lib/shared/path-header.ts';

/** The language of a request: the person's choice in a cookie, Swedish until one is made. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = parseLocale(asked) ?? (await chosenLocale());
  return { locale, messages: messagesFor(locale), timeZone: 'Europe/Stockholm' };
});

/** Staff pages are in fewer languages than participants may have chosen in the same browser. */
async function chosenLocale(): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const chosen = parseLocale(jar.get(LOCALE_COOKIE)?.value) ?? DEFAULT_LOCALE;
  return isStaffDoor(sent.get(PATH_HEADER) ?? '/') ? staffLocaleOf(chosen) : chosen;
}
