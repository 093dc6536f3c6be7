import { z } from 'zod';
import { correctionCsvRows } from '#lib/domain/placement-correction/correction-csv.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { exportCorrection } from '#lib/server/placement-correction/export-correction.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem, notFound } from '#lib/shared/problem.ts';

type RouteParams = { readonly params: Promise<{ readonly correctionId: string }> };

/** Every placement of a correction with its kronor, as a CSV file. */
export async function GET(request: Request, { params }: RouteParams): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const { correctionId } = await params;
  if (!z.uuid().safeParse(correctionId).success) return problemResponse(notFound());
  const exported = await ask(exportCorrection, { correctionId }, { database: database(), actor, now: now() });
  if (!exported.ok) return problemResponse(exported.error);
  return new Response(csvText(correctionCsvRows(exported.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rattelse-${correctionId}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
