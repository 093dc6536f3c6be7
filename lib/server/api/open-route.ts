import type { z } from 'zod';
import type { ApiOperation, Described } from '#lib/schemas/api/operation.ts';
import { freshJson } from '#lib/server/api/fresh-json.ts';
import { readInput } from '#lib/server/api/read-call.ts';
import { database, type Database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

type Route = { readonly params: Promise<Readonly<Record<string, string>>> };

/** Anybody's caches may keep an answer so long. */
const CACHED = 'public, max-age=300';

/** A reading operation of the API that anybody may call, limited by address: no token, nothing personal in the answer. */
export function openRoute<Address, Answer extends z.ZodType>(
  operation: Pick<ApiOperation<z.ZodObject, z.ZodType, Answer>, 'id' | 'answer'> & {
    readonly address?: z.ZodType<Address>;
  },
  answer: (db: Database, address: Address) => Promise<Result<Described<z.input<Answer>>, Problem>>,
) {
  return async (request: Request, { params }: Route): Promise<Response> => {
    const token = await takeToken(database(), limits.providers, addressSubject(request.headers));
    if (!token.ok) return tooManyRequests(token.error);
    const given = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) };
    const { address } = operation;
    if (address === undefined) throw new Error(`The operation ${operation.id} has no address to read`);
    const read = readInput(address, given);
    if (!read.ok) return problemResponse(read.error);
    const result = await answer(database(), read.value);
    return result.ok ? freshJson(request, result.value, CACHED) : problemResponse(result.error);
  };
}
