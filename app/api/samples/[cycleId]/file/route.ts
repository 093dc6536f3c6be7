import { sampleFileInput } from '#lib/schemas/sampling.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { sampleFileOf } from '#lib/server/sampling/sample-file-of.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type FileRoute = { params: Promise<{ cycleId: string }> };

/** A closed sample with all it takes to draw it again: whole, or the provider's own part. */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const asked = sampleFileInput.safeParse(await params);
  if (!asked.success) return problemResponse(knownProblem('notFound'));
  const found = await ask(sampleFileOf, asked.data, { database: database(), actor, now: now() });
  if (!found.ok) return problemResponse(found.error);
  const { month, draw } = found.value.cycle;
  return new Response(JSON.stringify(found.value), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="stickprov-${month}-${draw}.json"`,
      'cache-control': 'no-store',
    },
  });
}
