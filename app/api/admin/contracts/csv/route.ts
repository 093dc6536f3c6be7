import { contractCsvRows } from '#lib/domain/admin/contract-csv.ts';
import { contractRegisterInput } from '#lib/schemas/admin.ts';
import { exportContracts } from '#lib/server/admin/export-contracts.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** The contracts that the filters leave, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const filters = contractRegisterInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!filters.success) return problemResponse(knownProblem('invalidInput'));
  const exported = await ask(exportContracts, filters.data, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  const { contracts, today } = exported.value;
  return new Response(csvText(contractCsvRows(contracts)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="avtal-${today}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
