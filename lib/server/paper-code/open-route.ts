import type { CodeTrouble } from '#lib/domain/paper-code/paper-code.ts';
import { authContext } from '#lib/server/auth/context.ts';
import { setCookie } from '#lib/server/auth/cookies.ts';
import { redirectTo } from '#lib/server/auth/http.ts';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { readForm } from '#lib/server/http/form-data.ts';
import { codeCookie } from '#lib/server/paper-code/code-request.ts';
import { endCodeSession, openPaperCode } from '#lib/server/paper-code/code-session.ts';
import { countTry } from '#lib/server/paper-code/count-try.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';

/**
 * Somebody types a code. What was typed is kept nowhere: neither in an address nor as an attempt. Tries are counted
 * before anything is looked up.
 */
export async function openCode(request: Request): Promise<Response> {
  const [db, at] = [database(), now()];
  const { values } = readForm(await request.text());
  const code = await countTry(db, addressSubject(request.headers), values['code'] ?? '');
  if (!code.ok) return backWith(code.error);
  const opened = await openPaperCode({ database: db, now: at }, code.value);
  if (!opened.ok) return backWith(opened.error);
  const { token, expiresAt } = opened.value;
  const seconds = Math.max(1, Math.floor((expiresAt.getTime() - at.getTime()) / 1000));
  return redirectTo('/code/choose', [setCookie(authContext().settings, 'paper-code', token, seconds)]);
}

function backWith(trouble: CodeTrouble): Response {
  return redirectTo(`/code?trouble=${trouble}`);
}

/** Who is done leaves nothing behind on the computer. */
export async function closeCode(request: Request): Promise<Response> {
  await endCodeSession({ database: database(), now: now() }, codeCookie(request));
  return redirectTo('/code?done=', [setCookie(authContext().settings, 'paper-code', '', 0)]);
}
