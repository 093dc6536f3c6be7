import type { IncomingHttpHeaders } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { refuse } from '#lib/server/gate/gate-problem.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** Headers by which Next's parts speak with each other; from outside they could only mislead it. */
const internalHeaders =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-now-|x-matched-path$|x-prerender-|x-vercel-|next-resume$|x-nonce$|content-security-policy|x-forwarded-|forwarded$|x-request-id$)/;

export function removeInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (internalHeaders.test(name)) delete headers[name];
  }
}

export function checkHeaders(headers: IncomingHttpHeaders): Problem | null {
  if (headers.host === undefined || !isHost(headers.host)) return refuse('malformedRequest', '/headers/host');
  // A server action: the portal has none.
  if (headers['next-action'] !== undefined) return refuse('methodNotAllowed', '/headers/next-action');
  if (!isRouterState(headers['next-router-state-tree'])) {
    return refuse('malformedRequest', '/headers/next-router-state-tree');
  }
  for (const [name, value] of Object.entries(headers)) {
    // Node reads headers as Latin-1: what is outside of ASCII there is not what the sender meant.
    if (typeof value === 'string' && !/^[\t -~]*$/.test(value))
      return refuse('malformedRequest', `/headers/${name}`);
  }
  return null;
}

function isHost(host: string): boolean {
  return /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host);
}

/** Next answers a state that it cannot read with 500; this is its own reading of it. */
function isRouterState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}
