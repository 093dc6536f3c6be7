import type { IncomingHttpHeaders } from 'node:http';
import { cookieName } from '#lib/server/auth/cookies.ts';
import { isOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { cookieOf } from '#lib/server/gate/cookie-of.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { type LimitedDoor, limitedDoor } from '#lib/server/rate-limit/limited-doors.ts';
import type { Limit, Subject } from '#lib/server/rate-limit/limits.ts';
import type { TooSoon } from '#lib/server/rate-limit/take-token.ts';
import type { Result } from '#lib/shared/result.ts';

export type TakeToken = (limit: Limit, subject: Subject) => Promise<Result<null, TooSoon>>;

/** A request that came too soon: which limit it met, and the seconds to wait. */
export type Waiting = TooSoon & { readonly limit: Limit };

type Counted = {
  readonly method: string;
  readonly path: string;
  /** As the gate hands them on: the address is the one that it found. */
  readonly headers: IncomingHttpHeaders;
  readonly portalOrigin: string;
};

/** Counts a request where its door is limited; null where it may pass. */
export async function countRequest(request: Counted, take: TakeToken): Promise<Waiting | null> {
  const door = limitedDoor(request.method, request.path);
  const subject = door === null ? null : subjectOf(door, request);
  if (door === null || subject === null) return null;
  const taken = await take(door.limit, subject);
  return taken.ok ? null : { ...taken.error, limit: door.limit };
}

function subjectOf({ by }: LimitedDoor, { headers, portalOrigin }: Counted): Subject | null {
  if (by === 'address') {
    const address = headers['x-forwarded-for']?.toString() ?? '';
    return addressSubject(new Headers({ 'x-forwarded-for': address }));
  }
  const session = cookieOf(headers, cookieName({ portalUrl: portalOrigin }, 'session'));
  // Who is not logged in is let no further than to the login, which is counted by address.
  return isOpaqueToken(session) ? { kind: 'account', id: session } : null;
}
