import { now } from '#lib/server/clock.ts';
import { env } from '#lib/server/env.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { securityTxt } from '#lib/server/security-txt.ts';
import { notFound } from '#lib/shared/problem.ts';

export const dynamic = 'force-dynamic';

/** Where somebody who has found a hole turns, for anybody; only where SECURITY_CONTACT says so. */
export function GET(): Response {
  const { SECURITY_CONTACT: contact, PORTAL_URL: portalUrl } = env();
  if (contact === '') return problemResponse(notFound());
  return new Response(securityTxt({ contact, portalUrl, now: now() }), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
