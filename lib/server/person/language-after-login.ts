import type { AuthContext } from '#lib/server/auth/context.ts';
import { cookieName, readCookies } from '#lib/server/auth/cookies.ts';
import { findSession } from '#lib/server/auth/session.ts';
import { execute } from '#lib/server/command/execute.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { localeCookie } from '#lib/server/i18n/locale-cookie.ts';
import { chooseLanguage } from '#lib/server/person/choose-language.ts';
import { DEFAULT_LOCALE, parseLocale, rememberedLocale } from '#lib/shared/i18n/locale.ts';

type Context = AuthContext & { readonly database: Database };

/**
 * The answer to a login, with the language: a browser where nobody has chosen one reads what the person has chosen, and a person who
 * never has is kept with what the browser reads. Where both have chosen, neither is changed: others may use the browser, too.
 */
export async function withLanguage(context: Context, request: Request, answer: Response): Promise<Response> {
  const session = await findSession(context, openedSession(context, answer), false);
  if (session === null) return answer;
  const cookies = readCookies(request);
  const read = rememberedLocale((name) => cookies[name]);
  const kept = parseLocale(session.locale) ?? DEFAULT_LOCALE;
  if (read === null) answer.headers.append('set-cookie', localeCookie(kept, context.settings.portalUrl));
  else if (session.actor !== null && kept === DEFAULT_LOCALE && read !== kept) {
    const { database, now } = context;
    const by = { database, actor: session.actor, now: now(), idempotencyKey: newId() };
    await execute(chooseLanguage, { locale: read }, by);
  }
  return answer;
}

/** The session that the answer opens; undefined where nobody has logged in. */
function openedSession({ settings }: Context, answer: Response): string | undefined {
  const begin = `${cookieName(settings, 'session')}=`;
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith(begin));
  return cookie?.slice(begin.length).split(';', 1)[0];
}
