import { queueCsvRows } from '#lib/domain/review/queue-csv.ts';
import { reviewQueueInput } from '#lib/schemas/review-bench.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now, today } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { exportQueue } from '#lib/server/review/review-queue.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** What the filters leave of the queue, in its order, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const filter = reviewQueueInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const cases = await ask(exportQueue, filter, { database: database(), actor, now: now() });
  if (!cases.ok) return problemResponse(cases.error);
  return new Response(csvText(queueCsvRows(cases.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="granskningsko-${today()}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
