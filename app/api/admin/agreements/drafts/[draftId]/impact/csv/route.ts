import { impactCsvRows } from '#lib/domain/agreement/impact-csv.ts';
import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { impactProviders } from '#lib/server/agreement/impact-providers.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Route = { readonly params: Promise<{ readonly draftId: string }> };

/** What a draft would change for each provider, as a CSV file. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = draftIdInput.safeParse(await params);
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const providers = await ask(impactProviders, input.data, { database: database(), actor, now: now() });
  if (!providers.ok) return problemResponse(providers.error);
  return new Response(csvText(impactCsvRows(providers.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="konsekvenser.csv"',
      'cache-control': 'no-store',
    },
  });
}
