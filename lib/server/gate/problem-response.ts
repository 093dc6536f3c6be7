import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { isRefusalCode, refuse } from '#lib/server/gate/gate-problem.ts';
import { directionOf, type Locale } from '#lib/shared/i18n/locale.ts';
import type { Problem, ProblemLocale } from '#lib/shared/problem.ts';

/** The locale that a request without a session asks for; Swedish unless English stands first. */
export function localeOf(headers: IncomingHttpHeaders): ProblemLocale {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'sv';
}

export function prefersHtml(headers: IncomingHttpHeaders): boolean {
  const accept = headers.accept ?? '';
  const html = accept.indexOf('text/html');
  const json = accept.search(/application\/([a-z.-]+\+)?json/);
  return html !== -1 && (json === -1 || html < json);
}

/** A database that ended is brought back in less. */
const RETRY_AFTER_SECONDS = 30;

/** Answers with the problem: as a page where the browser asks for one, else as a problem document. */
export function sendProblem(
  response: ServerResponse,
  given: Problem,
  headers: IncomingHttpHeaders,
  nonce: string,
): void {
  const locale = localeOf(headers);
  const fault = given.errors[0];
  const problem = isRefusalCode(given.code) ? refuse(given.code, fault?.pointer, locale) : given;
  const html = prefersHtml(headers);
  const body = html ? problemPage(problem, locale, nonce) : JSON.stringify(problem);
  if (problem.status === 503) response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  const type = html ? 'text/html' : 'application/problem+json';
  sendBody(response, { status: problem.status, type, locale }, body);
}

type Head = { readonly status: number; readonly type: string; readonly locale: Locale };

/** Ends the answer, and with it the connection. */
export function sendBody(response: ServerResponse, { status, type, locale }: Head, body: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Language', locale);
  response.setHeader('Vary', 'Accept, Accept-Language, Cookie');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.setHeader('Cache-Control', 'no-store');
  // What was not read of the request would be taken for the next one.
  response.setHeader('Connection', 'close');
  response.end(body);
}

const words = {
  sv: { start: 'Till startsidan', portal: 'Leverantörsportalen' },
  en: { start: 'To the start page', portal: 'The provider portal' },
};

/** Stands on its own: the portal's pages may be what does not work. */
function problemPage(problem: Problem, locale: ProblemLocale, nonce: string): string {
  const { start, portal } = words[locale];
  return plainPage(
    { title: problem.title, text: problem.errors[0]?.fix ?? '', start, portal, locale },
    nonce,
  );
}

type PlainPage = {
  readonly title: string;
  readonly text: string;
  /** What the link to the start page is called, and the portal. */
  readonly start: string;
  readonly portal: string;
  readonly locale: Locale;
};

/** A heading, a sentence and the way to the start page. */
export function plainPage({ title, text, start, portal, locale }: PlainPage, nonce: string): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – ${escapeHtml(portal)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 112.5%/1.5 system-ui, sans-serif }
main { max-width: 38rem; margin: 12vh auto 0; padding: 0 1.25rem }
h1 { font-size: 1.75rem; line-height: 1.2 }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="/">${escapeHtml(start)}</a></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
