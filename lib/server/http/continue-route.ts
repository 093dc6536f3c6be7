import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import type { Command } from '#lib/server/command/command.ts';
import { type Execution, execute, type Refusal } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { findAttempt, keepAttempt } from '#lib/server/http/form-attempt.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/** A command that waits for a fresh e-ID login, with the place to go to when it is done. */
export type Continued = {
  readonly name: string;
  readonly run: (
    values: Readonly<Record<string, string>>,
    execution: Execution,
  ) => Promise<Result<string, Refusal>>;
};

export function continued<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  done: (output: Output) => string,
): Continued {
  return {
    name: command.name,
    run: async (values, execution) => {
      const result = await execute(command, decodeForm(command.input, values), execution);
      return result.ok ? ok(done(result.value)) : result;
    },
  };
}

/**
 * Where a person comes back to from the e-ID: carries out the command that was kept, under the idempotency key that its form
 * had, so that coming back twice does nothing twice. Being a GET it rests on the step-up alone, which a link cannot forge:
 * it is bound to the session, to the purpose and to the content that was shown, and is used once.
 */
export function continueRoute(
  commands: readonly Continued[],
): (
  request: Request,
  route: { readonly params: Promise<{ readonly attempt: string }> },
) => Promise<Response> {
  return async (request, { params }) => {
    const { attempt: id } = await params;
    const actor = await actorFromRequest(request);
    if (actor === null) return seeOther(withSearch('/login', 'returnTo', `/api/step-up/continue/${id}`));
    const attempt = await findAttempt(database(), actor, id);
    const command = commands.find(({ name }) => name === attempt?.command);
    if (attempt === null || command === undefined) return seeOther('/');
    const { values, idempotencyKey, path } = attempt;
    const result = await command.run(values, { database: database(), actor, now: now(), idempotencyKey });
    if (result.ok) return seeOther(result.value);
    const again = await keepAttempt(database(), actor, { ...attempt, problem: result.error.problem });
    return seeOther(withSearch(path, 'attempt', again));
  };
}
