import type { z } from 'zod';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ApiOperation, Described } from '#lib/schemas/api/operation.ts';
import { freshJson } from '#lib/server/api/fresh-json.ts';
import { readInput } from '#lib/server/api/read-call.ts';
import { limitedActorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { database, type Database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import { knownProblem, type Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** Said in every answer. A change that a system would have to follow gets a number of its own, beside this one. */
export const API_VERSION = '1';

export type Call<Address> = {
  readonly request: Request;
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
  /** Fields of the path and the query. */
  readonly address: Address;
};

type Route = { readonly params: Promise<Readonly<Record<string, string>>> };
type Handler = (request: Request, route: Route) => Promise<Response>;

/**
 * An operation of the API as route handler: who calls, how often they may, what the address says, then `answer`, whose value
 * is what the operation describes. Persons logged in may call what their role has the mandate for; the limit is for systems.
 */
export function apiRoute<Address extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  operation: ApiOperation<Address, Body, Answer>,
  answer: (call: Call<z.output<Address>>) => Promise<Result<Described<z.input<Answer>>, Problem>>,
): Handler {
  async function respond(request: Request, { params }: Route): Promise<Response> {
    const caller = await limitedActorFromRequest(request, limits.api);
    if (!caller.ok) return tooManyRequests(caller.error);
    const actor = caller.value;
    if (actor === null) {
      return problemResponse(knownProblem('unauthenticated'), {
        'www-authenticate': 'Bearer realm="portal"',
      });
    }
    const given = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) };
    const address = operation.address === undefined ? null : readInput(operation.address, given);
    if (address?.ok === false) return problemResponse(address.error);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an operation without fields in its address asks for none
    const fields = (address?.value ?? {}) as z.output<Address>;
    const result = await answer({ request, database: database(), actor, now: now(), address: fields });
    if (!result.ok) return problemResponse(result.error);
    return operation.method === 'get' ? freshJson(request, result.value, 'no-store') : json(result.value);
  }

  return async (request, route) => {
    const response = await respond(request, route);
    response.headers.set('api-version', API_VERSION);
    return response;
  };
}

function json(value: unknown): Response {
  return Response.json(value, { headers: { 'cache-control': 'no-store' } });
}
