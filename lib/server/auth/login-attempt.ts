import type { AcceptProblem } from '#lib/domain/administration/invitation.ts';
import type { Opened } from '#lib/server/auth/session-life.ts';

/** What can go wrong in a login, each with its own words on the login page. */
export const LOGIN_PROBLEMS = ['unknown', 'refused', 'cancelled', 'expired', 'down', 'failed'] as const;
export type LoginProblem = (typeof LOGIN_PROBLEMS)[number];

/**
 * One login, from the moment that the browser comes back: next-auth's callbacks cannot hand values to each other or
 * to their caller, so they meet here.
 */
export type LoginAttempt = {
  /** The browser's session cookie as it came: ended before anybody new is logged in. */
  readonly replacedToken: string | undefined;
  /** The link of an invitation that this login takes. */
  readonly invitation: string | null;
  personId: string | null;
  authenticatedAt: Date | null;
  sid: string | null;
  problem: LoginProblem | null;
  /** Why the invitation was not taken, where it was not. */
  invitationProblem: AcceptProblem | null;
  /** What was thrown on our side, which next-auth would swallow. */
  fault: unknown;
  /** Set when a session was opened; the role where there was only one to choose. */
  opened: Opened | null;
};

export function newAttempt(
  replacedToken: string | undefined,
  invitation: string | null = null,
): LoginAttempt {
  return {
    replacedToken,
    invitation,
    personId: null,
    authenticatedAt: null,
    sid: null,
    problem: null,
    invitationProblem: null,
    fault: null,
    opened: null,
  };
}

/** Runs a step of ours inside next-auth, and keeps what it throws for whoever called next-auth. */
export async function noting<T>(attempt: LoginAttempt, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    attempt.fault = error;
    attempt.problem = 'failed';
    throw error;
  }
}
