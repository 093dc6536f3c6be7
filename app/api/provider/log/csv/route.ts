import { monthLogRows } from '#lib/domain/activity/month-log.ts';
import { monthLogInput } from '#lib/schemas/activity-entry.ts';
import { monthLogFile } from '#lib/server/activity-entry/month-log-file.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { fileResponse } from '#lib/server/upload/file-response.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** A month's log as a file, of those who are shown on the page that leads here. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = monthLogInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return problemResponse(knownProblem('invalidInput'));
  const result = await ask(monthLogFile, input.data, { database: database(), actor, now: now() });
  if (!result.ok) return problemResponse(result.error);
  const { month, entries } = result.value;
  return fileResponse(csvText(monthLogRows(entries)), 'csv', `logg-${month}.csv`);
}
