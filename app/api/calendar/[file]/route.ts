import { findFeedOwner } from '#lib/server/calendar/feed-owner.ts';
import { readFeed } from '#lib/server/calendar/read-feed.ts';
import { now, today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Route = { readonly params: Promise<{ readonly file: string }> };

/**
 * Somebody's calendar by its secret address, for programs that follow it; nobody is logged in. A calendar is limited by
 * itself, since services fetch those of many from one address; what is nobody's is limited by the address it is tried from.
 */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { file } = await params;
  const owner = await findFeedOwner(database(), file.endsWith('.ics') ? file.slice(0, -4) : '', today());
  const subject =
    owner === null ? addressSubject(request.headers) : { kind: 'account' as const, id: owner.feedId };
  const allowed = await takeToken(database(), limits.calendar, subject);
  if (!allowed.ok) return tooManyRequests(allowed.error);
  if (owner === null) return problemResponse(knownProblem('notFound'));
  const feed = await readFeed(owner, { database: database(), now: now(), portalUrl: env().PORTAL_URL });
  if (!feed.ok) return problemResponse(feed.error);
  return new Response(feed.value, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="leverantorsportalen.ics"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}
