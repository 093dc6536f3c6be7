import { reportsByMonthInput, submitRowsInput, MOST_ROWS } from '#lib/schemas/report.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { reportsByMonth } from '#lib/server/report/reports-by-month.ts';
import { checkRows, tooManyRows } from '#lib/server/report/submit-rows.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { knownProblem, type Problem, tooLarge, validationProblem } from '#lib/shared/problem.ts';

const NO_STORE = { headers: { 'cache-control': 'no-store' } };

type Issues = readonly {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}[];

function faulty(issues: Issues): Problem {
  return validationProblem(
    issues.map(({ path, code, message }) => ({ pointer: pointerOf(path), code, message })),
  );
}

/** Says what the rows of a call would come to, with the same answer and the same problems, and stores nothing. */
export async function answerDryRun(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return problemResponse(knownProblem('malformedRequest'));
  }
  const input = submitRowsInput.safeParse(body);
  if (!input.success) return problemResponse(faulty(input.error.issues));
  const { rows } = input.data;
  if (rows.length > MOST_ROWS) return problemResponse(tooLarge([tooManyRows(rows.length)]));
  const result = await ask(checkRows, input.data, { database: database(), actor, now: now() });
  if (!result.ok) return problemResponse(result.error);
  const { reports, errors } = result.value;
  return reports.length === 0
    ? problemResponse(validationProblem(errors))
    : Response.json(result.value, NO_STORE);
}

/** The reports of a month, page by page. */
export async function answerReportsOfMonth(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = reportsByMonthInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return problemResponse(faulty(input.error.issues));
  const result = await ask(reportsByMonth, input.data, { database: database(), actor, now: now() });
  return result.ok ? Response.json(result.value.page, NO_STORE) : problemResponse(result.error);
}
