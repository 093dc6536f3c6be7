import { createHash } from 'node:crypto';
import { openApiDocument } from '#lib/server/api/openapi-document.ts';
import { env } from '#lib/server/env.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Kept = { readonly body: string; readonly etag: string };
const kept = new Map<ProblemLocale, Kept>();

function documentIn(locale: ProblemLocale): Kept {
  const known = kept.get(locale);
  if (known !== undefined) return known;
  const body = JSON.stringify(openApiDocument(env().PORTAL_URL, locale), null, 2);
  const made = { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  kept.set(locale, made);
  return made;
}

/** The document to anybody, in the language that is asked for: `?lang=en`, else by `Accept-Language`. */
export function answerOpenApi(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('lang') ?? request.headers.get('accept-language') ?? '';
  const { body, etag } = documentIn(/^\s*en\b/i.test(asked) ? 'en' : 'sv');
  const headers = { etag, vary: 'Accept-Language', 'cache-control': 'public, max-age=300' };
  return request.headers.get('if-none-match') === etag
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}
