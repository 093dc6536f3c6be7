import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { casePath } from '#lib/domain/review/case.ts';
import { caseAt } from '#lib/server/review/bench/queue-place.ts';
import { queueHref, queueWayOf, WHOLE_QUEUE, withQueueWay } from '#lib/schemas/review-bench.ts';

/** To the case at a place of the queue: the next one after a decision, or the one before or after. Where none is left, to the queue. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const way = queueWayOf(Object.fromEntries(searchParams)) ?? { filter: WHOLE_QUEUE, at: 1 };
  const decided = searchParams.get('decided');
  const actor = await actorFromRequest(request);
  if (actor === null) return seeOther(withSearch('/login', 'returnTo', queueHref(way.filter)));
  const answer = await ask(caseAt, way, { database: database(), actor, now: now() });
  const found = answer.ok ? answer.value.found : null;
  const path =
    found === null
      ? queueHref(way.filter)
      : withQueueWay(casePath(found.case), { filter: way.filter, at: found.position });
  return seeOther(decided === null ? path : withSearch(path, 'decided', decided));
}
