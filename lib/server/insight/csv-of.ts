import type { z } from 'zod';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { type CsvCell, csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type File<Output> = {
  readonly name: (output: Output) => string;
  readonly rows: (output: Output) => readonly (readonly CsvCell[])[];
};

/** What a page of figures shows, as a CSV file: the same query, the same address. */
export function csvOf<Input, Output>(
  query: Query<Input, Output>,
  schema: z.ZodType<Input>,
  file: File<Output>,
) {
  return async (
    request: Request,
    route: { readonly params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const actor = await actorFromRequest(request);
    if (actor === null) return problemResponse(knownProblem('unauthenticated'));
    const given = { ...Object.fromEntries(new URL(request.url).searchParams), ...(await route.params) };
    const input = schema.safeParse(given);
    if (!input.success) return problemResponse(knownProblem('invalidInput'));
    const answer = await ask(query, input.data, { database: database(), actor, now: now() });
    if (!answer.ok) return problemResponse(answer.error);
    return new Response(csvText(file.rows(answer.value)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${file.name(answer.value)}.csv"`,
        'cache-control': 'no-store',
      },
    });
  };
}
