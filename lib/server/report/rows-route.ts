import type { Actor } from '#lib/domain/actor/actor.ts';
import { tooManyRows } from '#lib/schemas/api/request-fault.ts';
import { MOST_ROWS, submitRowsInput } from '#lib/schemas/report.ts';
import type { Call } from '#lib/server/api/api-route.ts';
import { readIdempotencyKey, readInput, readJson } from '#lib/server/api/read-call.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import { checkRows, type ReceivedRows, submitRows } from '#lib/server/report/submit-rows.ts';
import { type Problem, tooLarge, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Asking = { readonly database: Database; readonly actor: Actor; readonly now: Date };

/** Rows that come in by the API, or (`dryRun`) what they would come to. */
export async function answerRows({
  request,
  address,
  ...asking
}: Call<{ readonly dryRun: 'true' | 'false' }>): Promise<Result<ReceivedRows, Problem>> {
  const idempotencyKey = address.dryRun === 'true' ? ok('') : readIdempotencyKey(request);
  if (!idempotencyKey.ok) return idempotencyKey;
  const body = await readJson(request);
  if (!body.ok) return body;
  const input = readInput(submitRowsInput, body.value);
  if (!input.ok) return input;
  if (address.dryRun === 'true') return await dryRun(input.value.rows, asking);
  const done = await execute(submitRows, input.value, { ...asking, idempotencyKey: idempotencyKey.value });
  return done.ok ? done : err(done.error.problem);
}

/** The same answer and the same problems, and nothing stored. */
async function dryRun(rows: unknown[], asking: Asking): Promise<Result<ReceivedRows, Problem>> {
  if (rows.length > MOST_ROWS) return err(tooLarge([tooManyRows(rows.length)]));
  const result = await ask(checkRows, { rows }, asking);
  if (!result.ok || result.value.reports.length > 0) return result;
  return err(validationProblem(result.value.errors));
}
