import { qualityCsvRows } from '#lib/domain/quality/quality-csv.ts';
import { qualityListInput } from '#lib/schemas/quality.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { exportQuality } from '#lib/server/quality/quality-list.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** The participants that the filters leave with every requirement, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const filters = qualityListInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!filters.success) return problemResponse(knownProblem('invalidInput'));
  const exported = await ask(exportQuality, filters.data, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  const { rows, today } = exported.value;
  return new Response(csvText(qualityCsvRows(rows)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="vara-krav-${today}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
