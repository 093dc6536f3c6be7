import { automaticCsvRows } from '#lib/domain/sampling/automatic-csv.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { listAutomaticMonths } from '#lib/server/sampling/list-samples.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** How many of each month's reports the rules approved, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const months = await ask(listAutomaticMonths, {}, { database: database(), actor, now: now() });
  if (!months.ok) return problemResponse(months.error);
  return new Response(csvText(automaticCsvRows(months.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="automatiskt-godkanda.csv"',
      'cache-control': 'no-store',
    },
  });
}
