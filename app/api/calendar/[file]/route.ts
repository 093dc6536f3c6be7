import { readFeed } from '#lib/server/calendar/read-feed.ts';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Route = { readonly params: Promise<{ readonly file: string }> };

/** Somebody's calendar by its secret address, for programs that follow it. Nobody is logged in. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const allowed = await takeToken(database(), limits.calendar, addressSubject(request.headers));
  if (!allowed.ok) return tooManyRequests(allowed.error);
  const { file } = await params;
  const secret = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
  const calendar = await readFeed(secret, { database: database(), now: now(), portalUrl: env().PORTAL_URL });
  if (calendar === null) return problemResponse(knownProblem('notFound'));
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="leverantorsportalen.ics"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}
