import { LOGIN_PROBLEMS, type LoginProblem } from '#lib/server/auth/login-attempt.ts';
import { toReturnPath } from '#lib/shared/i18n/return-path.ts';

export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

const notices = ['loggedOut', 'ended'] as const;

export type LoginSearch = {
  readonly problem: LoginProblem | null;
  readonly notice: (typeof notices)[number] | null;
  readonly returnTo: string;
};

/** What the address of the login page says; anything unknown counts for nothing. */
export async function readLoginSearch(search: Search): Promise<LoginSearch> {
  const { problem, notice, returnTo } = await search;
  return {
    problem: LOGIN_PROBLEMS.find((name) => name === problem) ?? null,
    notice: notices.find((name) => name === notice) ?? null,
    returnTo: toReturnPath(typeof returnTo === 'string' ? returnTo : null),
  };
}
