import type { z } from 'zod';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { knownProblem, validationProblem } from '#lib/shared/problem.ts';

/** A query as `GET`, its input taken from the address (path and search), checked by `schema`. */
export function queryRoute<Input, Output>(
  query: Query<Input, Output>,
  schema: z.ZodType<Input>,
): (request: Request, route: { readonly params: Promise<Record<string, string>> }) => Promise<Response> {
  return async (request, route) => {
    const actor = await actorFromRequest(request);
    if (actor === null) return problemResponse(knownProblem('unauthenticated'));
    const given = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await route.params) };
    const input = schema.safeParse(given);
    if (!input.success) {
      return problemResponse(
        validationProblem(
          input.error.issues.map((issue) => ({
            pointer: pointerOf(issue.path),
            code: issue.code,
            message: issue.message,
          })),
        ),
      );
    }
    const result = await ask(query, input.data, { database: database(), actor, now: now() });
    return result.ok
      ? Response.json(result.value, { headers: { 'cache-control': 'no-store' } })
      : problemResponse(result.error);
  };
}
