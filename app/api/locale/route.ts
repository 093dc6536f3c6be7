import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { localeCookie } from '#lib/server/i18n/locale-cookie.ts';
import { newId } from '#lib/server/ids.ts';
import { chooseLanguage } from '#lib/server/person/choose-language.ts';
import { type Locale, parseLocale } from '#lib/shared/i18n/locale.ts';
import { pageBefore } from '#lib/shared/i18n/page-before.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** Remembers the language a person picked and leads back to the page they were on. */
export async function POST(request: Request): Promise<Response> {
  // Read as text: unlike formData(), it cannot fail on a body that is not what its header says.
  const form = new URLSearchParams(await request.text());
  const locale = parseLocale(form.get('locale'));
  if (locale === null) {
    const unknown = knownProblem('invalidInput', [
      { pointer: '/locale', code: 'unknownLocale', message: 'Språket finns inte i portalen.' },
    ]);
    return Response.json(unknown, {
      status: unknown.status,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  }
  await keepWithPerson(request, locale);
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageBefore(request.headers.get('referer'), form.get('back')),
      'Set-Cookie': localeCookie(locale, env().PORTAL_URL),
      'Cache-Control': 'no-store',
    },
  });
}

/** Somebody who has logged in gets their mail in the language, too. */
async function keepWithPerson(request: Request, locale: Locale): Promise<void> {
  const actor = await actorFromRequest(request);
  if (actor?.kind !== 'person' || actor.locale === locale) return;
  await execute(
    chooseLanguage,
    { locale },
    { database: database(), actor, now: now(), idempotencyKey: newId() },
  );
}
