import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { getActor } from '#lib/server/auth/actor.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { isSharedDoor, isStaffDoor } from '#lib/shared/i18n/door.ts';
import {
  DEFAULT_LOCALE,
  type Locale,
  parseLocale,
  rememberedLocale,
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
  const chosen = rememberedLocale((name) => jar.get(name)?.value) ?? DEFAULT_LOCALE;
  const path = sent.get(PATH_HEADER) ?? '/';
  const isStaff = isStaffDoor(path) || (isSharedDoor(path) && (await readByStaff()));
  return isStaff ? staffLocaleOf(chosen) : chosen;
}

async function readByStaff(): Promise<boolean> {
  const actor = await getActor();
  return actor !== null && actor.role !== 'participant';
}
