import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { cookieOf } from '#lib/server/gate/cookie-of.ts';
import type { Waiting } from '#lib/server/gate/count-request.ts';
import { localeOf, plainPage, prefersHtml, sendBody } from '#lib/server/gate/problem-response.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { tooManyRequestsProblem } from '#lib/server/rate-limit/too-many-requests.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { type Locale, rememberedLocale, staffLocaleOf } from '#lib/shared/i18n/locale.ts';

/** 429 with the seconds to wait: a page in the person's language where the browser asks for one, else a problem document. */
export function sendTooMany(
  response: ServerResponse,
  waiting: Waiting,
  headers: IncomingHttpHeaders,
  nonce: string,
): void {
  response.setHeader('Retry-After', waiting.retryAfterSeconds);
  if (!prefersHtml(headers)) {
    const locale = localeOf(headers);
    const problem = tooManyRequestsProblem(waiting, locale);
    return sendBody(
      response,
      { status: 429, type: 'application/problem+json', locale },
      JSON.stringify(problem),
    );
  }
  const chosen = rememberedLocale((name) => cookieOf(headers, name)) ?? localeOf(headers);
  const { locale, ...words } = wordsOf(waiting, chosen);
  const { home } = messagesFor(locale).failure;
  const page = plainPage({ ...words, start: home, portal: 'Leverantörsportalen', locale }, nonce);
  sendBody(response, { status: 429, type: 'text/html', locale }, page);
}

type Words = { readonly title: string; readonly text: string; readonly locale: Locale };

/** What is limited for everybody has words in all languages; what only staff and employers meet in theirs. */
function wordsOf(waiting: Waiting, chosen: Locale): Words {
  const staff = staffLocaleOf(chosen);
  switch (waiting.limit.name) {
    case limits.providerPages.name:
      return { ...messagesFor(chosen)['provider-search'].tooMany, locale: chosen };
    case limits.sharedPlan.name:
      return { ...messagesFor(chosen)['own-plan'].shared.tooMany, locale: chosen };
    case limits.confirmation.name: {
      const { title, text, fix } = messagesFor(staff).evidence.state.tooMany;
      return { title, text: `${text} ${fix}`, locale: staff };
    }
    default: {
      const locale = chosen === 'en' ? 'en' : 'sv';
      const { title, errors } = tooManyRequestsProblem(waiting, locale);
      return { title, text: errors[0]?.fix ?? '', locale };
    }
  }
}
