import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { beginStepUp } from '#lib/server/auth/step-up.ts';
import { now } from '#lib/server/clock.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { decodeForm, readForm } from '#lib/server/http/form-data.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { safePath, withQueueOf, withSearch } from '#lib/server/http/safe-path.ts';
import { knownProblem, type Problem } from '#lib/shared/problem.ts';

type RouteParams = { readonly params: Promise<Record<string, string>> };

export type CommandRouteOptions<Output> = {
  /** Where a form goes when all is done; `back` is the page that it came from. */
  readonly done: (output: Output, back: string, params: Readonly<Record<string, string>>) => string;
  /** The form's own page, where `back` is missing. */
  readonly page: string;
  /** Status of the JSON answer; 200 where it is not said otherwise. */
  readonly status?: number;
  /** Who gives it, where that is not somebody who has logged in, and where whoever is nobody is sent. */
  readonly by?: { readonly actor: (request: Request) => Promise<Actor | null>; readonly page: string };
};

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

function missingKey(): Problem {
  return knownProblem('malformedRequest', [
    {
      pointer: '',
      code: 'idempotencyKeyMissing',
      message: 'Huvudet Idempotency-Key saknas eller är ogiltigt.',
      fix: 'Skicka en egen nyckel (1–200 tecken), och samma nyckel när du försöker igen.',
    },
  ]);
}

/**
 * A command as `POST`: a native form (urlencoded, answered with 303) or JSON (`Idempotency-Key` in the header).
 * Both go through {@link execute}; what a form held is kept when it fails, and shown again with its problems.
 */
export function commandRoute<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  options: CommandRouteOptions<Output>,
): (request: Request, route: RouteParams) => Promise<Response> {
  return async (request, route) => {
    const params = await route.params;
    const isForm =
      request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
    return isForm ? await answerForm(request, params) : await answerJson(request, params);
  };

  async function actorOf(request: Request): Promise<Actor | null> {
    return options.by === undefined ? await actorFromRequest(request) : await options.by.actor(request);
  }

  async function answerJson(request: Request, params: Record<string, string>): Promise<Response> {
    const actor = await actorOf(request);
    if (actor === null) return problemResponse(knownProblem('unauthenticated'));
    const idempotencyKey = request.headers.get('idempotency-key') ?? '';
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return problemResponse(missingKey());
    let body: unknown;
    try {
      body = await request.json();
    } catch {
      return problemResponse(knownProblem('malformedRequest'));
    }
    const input =
      typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...params } : body;
    const result = await execute(command, input, { database: database(), actor, now: now(), idempotencyKey });
    return result.ok
      ? Response.json(result.value, {
          status: options.status ?? 200,
          headers: { 'cache-control': 'no-store' },
        })
      : problemResponse(result.error.problem);
  }

  async function answerForm(request: Request, params: Record<string, string>): Promise<Response> {
    const form = readForm(await request.text());
    const back = withQueueOf(safePath(form.back, options.page), request.headers.get('referer'));
    const actor = await actorOf(request);
    if (actor === null) return seeOther(options.by?.page ?? withSearch('/login', 'returnTo', back));
    const idempotencyKey = form.idempotencyKey ?? '';
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return problemResponse(missingKey());
    const values = { ...form.values, ...params };
    const input = decodeForm(command.input, values);
    const result = await execute(command, input, { database: database(), actor, now: now(), idempotencyKey });
    if (result.ok) return seeOther(options.done(result.value, back, params));
    const attempt = await keepAttempt(database(), actor, {
      command: command.name,
      path: back,
      values,
      idempotencyKey,
      problem: result.error.problem,
    });
    return await afterRefusal(result.error, attempt, back);
  }
}

async function afterRefusal(refusal: Refusal, attempt: string, back: string): Promise<Response> {
  if (refusal.stepUp === undefined) return seeOther(withSearch(back, 'attempt', attempt));
  return await beginStepUp({ ...refusal.stepUp, returnTo: `/api/step-up/continue/${attempt}`, back });
}
