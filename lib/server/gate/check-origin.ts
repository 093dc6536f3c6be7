import type { IncomingHttpHeaders } from 'node:http';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import type { Problem } from '#lib/shared/problem.ts';

/**
 * A request that changes something has to come from one of the portal's own pages. Every browser of the last years says
 * where it comes from; what says nothing is no browser with a session to protect, and has no business here.
 */
export function checkOrigin(headers: IncomingHttpHeaders, portalOrigin: string): Problem | null {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  // `none`: the person repeats a form by reloading the page.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse('forbiddenOrigin', '/headers/sec-fetch-site');
  }
  if (origin !== undefined && !isOwnOrigin(origin, headers.host, portalOrigin)) {
    return refuse('forbiddenOrigin', '/headers/origin');
  }
  return site === undefined && origin === undefined ? refuse('forbiddenOrigin', '/headers/origin') : null;
}

/** The portal under its own name, or under the name that the browser reached it by (127.0.0.1 for localhost). */
function isOwnOrigin(origin: string, host: string | undefined, portalOrigin: string): boolean {
  return origin === portalOrigin || origin === `${new URL(portalOrigin).protocol}//${host ?? ''}`;
}

/**
 * Providers' systems carry a token that no browser adds by itself, and no cookie: there is nothing to forge. Who has
 * forgotten the token is answered by the route, which asks for it.
 */
export function comesFromSystem({ authorization, cookie }: IncomingHttpHeaders): boolean {
  return /^bearer /i.test(authorization ?? '') || cookie === undefined;
}
