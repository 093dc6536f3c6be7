import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { PaperCodeActor } from '#lib/domain/actor/actor.ts';
import { authContext } from '#lib/server/auth/context.ts';
import { cookieName, readCookie } from '#lib/server/auth/cookies.ts';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { type CodeSession, findCodeSession } from '#lib/server/paper-code/code-session.ts';

/** The session that a code has opened, of the page being made; null where there is none any more. */
export const getCodeSession = cache(async (): Promise<CodeSession | null> => {
  const name = cookieName(authContext().settings, 'paper-code');
  return await findCodeSession({ database: database(), now: now() }, (await cookies()).get(name)?.value);
});

/** Who has a code with something left to choose. Others never come back from here: to the code's page, or to their receipt. */
export async function requireCode(): Promise<PaperCodeActor> {
  const session = await getCodeSession();
  if (session === null) redirect('/code?trouble=over');
  const { actor } = session;
  if (actor.choiceId !== null) redirect(`/code/choose/done/${actor.choiceId}?already=`);
  return actor;
}

/** The cookie that a code's session has, of a request that a route handler answers. */
export function codeCookie(request: Request): string | undefined {
  return readCookie(request, authContext().settings, 'paper-code');
}

/** Who makes the request by a code; null: nobody, or no longer. */
export async function codeActorFromRequest(request: Request): Promise<PaperCodeActor | null> {
  const asking = { database: database(), now: now() };
  return (await findCodeSession(asking, codeCookie(request)))?.actor ?? null;
}
