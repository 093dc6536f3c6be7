import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { type AuthContext, authContext } from '#lib/server/auth/context.ts';
import { setCookie } from '#lib/server/auth/cookies.ts';
import { redirectTo } from '#lib/server/auth/http.ts';
import { sealStepUp, stepUpSeconds } from '#lib/server/auth/step-up-cookie.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { safePath } from '#lib/server/http/safe-path.ts';

export type StepUpDemand = {
  /** What for, in a word that the log keeps. */
  readonly purpose: string;
  /** Hash of what was shown: the authentication counts for nothing else. */
  readonly contentHash: string;
};

export type StepUpBeginning = StepUpDemand & {
  /** Path to go on to when the person has shown who they are. */
  readonly returnTo: string;
  /** Path of the page to go back to when they would rather not; `returnTo` where it is left out. */
  readonly back?: string;
};

/**
 * Sends the person to the identity provider once more, by an OpenID Connect request of its own: next-auth knows
 * nothing of it. What is needed on the way back lies sealed in a cookie for ten minutes.
 */
export async function beginStepUp(
  given: StepUpBeginning,
  context: AuthContext = authContext(),
): Promise<Response> {
  // Loaded when needed: whoever only uses a step-up (the worker, a command) has no use for an OpenID Connect client.
  const { stepUpRequest } = await import('#lib/server/auth/step-up-request.ts');
  const returnTo = safePath(given.returnTo, '/');
  const back = safePath(given.back, returnTo);
  const begun = await stepUpRequest(context);
  if (begun === 'down') return redirectTo(stepUpProblemPath('down', returnTo, back));
  const { location, ...secrets } = begun;
  const { purpose, contentHash } = given;
  const startedAt = Math.floor(context.now().getTime() / 1000);
  const sealed = await sealStepUp(context, { ...secrets, purpose, contentHash, returnTo, back, startedAt });
  return redirectTo(location, [setCookie(context.settings, 'step-up', sealed, stepUpSeconds)]);
}

/** What can go wrong in a step-up, each with its own words. */
export const STEP_UP_PROBLEMS = ['otherPerson', 'cancelled', 'expired', 'down'] as const;
export type StepUpProblem = (typeof STEP_UP_PROBLEMS)[number];

/** The page that says what went wrong, with the ways on. */
export function stepUpProblemPath(problem: StepUpProblem, returnTo: string, back: string): string {
  return `/login/step-up?${new URLSearchParams({ problem, returnTo, back }).toString()}`;
}

/**
 * Uses the actor's step-up for this purpose and content, in the command's transaction: the instant of the authentication once,
 * for five minutes after it, then null. Rolled back with the transaction, it can be used again.
 */
export async function consumeStepUp(
  tx: Pick<Tx, '$queryRaw'>,
  actor: Pick<PersonActor, 'sessionId'>,
  demand: StepUpDemand,
  now: Date,
): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ authenticated_at: string | null }[]>`
    SELECT auth.use_step_up(${actor.sessionId}::uuid, ${demand.purpose}, ${demand.contentHash}, ${now.toISOString()}::timestamptz)
      AS authenticated_at`;
  const at = rows[0]?.authenticated_at;
  return at === undefined || at === null ? null : new Date(at);
}

/** Whether such a step-up waits to be used, for a page that says what the next press of the button does. */
export async function hasStepUp(
  database: AuthContext['database'],
  actor: Pick<PersonActor, 'sessionId'>,
  demand: StepUpDemand,
  now: Date,
): Promise<boolean> {
  const rows = await database.$queryRaw<{ waits: boolean }[]>`
    SELECT auth.has_step_up(${actor.sessionId}::uuid, ${demand.purpose}, ${demand.contentHash}, ${now.toISOString()}::timestamptz) AS waits`;
  return rows[0]?.waits === true;
}
