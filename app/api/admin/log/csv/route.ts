import { auditCsvRows } from '#lib/domain/admin/audit-csv.ts';
import { auditSearchInput } from '#lib/schemas/admin.ts';
import { exportAudit } from '#lib/server/admin/export-audit.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now, today } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** What a search in the log finds, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const search = auditSearchInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success || search.data.reason === '') return problemResponse(knownProblem('invalidInput'));
  const exported = await ask(exportAudit, search.data, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  return new Response(csvText(auditCsvRows(exported.value.entries)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="logg-${today()}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
