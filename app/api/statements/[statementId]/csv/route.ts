import { statementCsvRows } from '#lib/domain/statement/statement-csv.ts';
import { statementIdInput } from '#lib/schemas/statement.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { exportStatement } from '#lib/server/statement/export-statement.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem, notFound } from '#lib/shared/problem.ts';

type Route = { readonly params: Promise<Record<string, string>> };

/** The lines of a statement as a CSV file. */
export async function GET(request: Request, route: Route): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = statementIdInput.safeParse(await route.params);
  if (!input.success) return problemResponse(notFound());
  const exported = await ask(exportStatement, input.data, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  const { statement, lines } = exported.value;
  return new Response(csvText(statementCsvRows(statement, lines)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="underlag-${statement.cutOff}-${statement.provider.orgNo}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
