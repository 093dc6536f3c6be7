import { presenceInput } from '#lib/schemas/review-bench.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { casePresence } from '#lib/server/review/bench/presence.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** An open page says that it is, and is told who else has the case open. One statement; nothing of it is kept or logged. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const given = presenceInput.safeParse(await request.json().catch(() => null));
  if (!given.success) return problemResponse(knownProblem('malformedRequest'));
  const present = await ask(casePresence, given.data, { database: database(), actor, now: now() });
  return present.ok
    ? Response.json(present.value, { headers: { 'cache-control': 'no-store' } })
    : problemResponse(present.error);
}
