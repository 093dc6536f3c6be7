import { authContext } from '#lib/server/auth/context.ts';
import { finishLogin } from '#lib/server/auth/login.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { withLanguage } from '#lib/server/person/language-after-login.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<{ path: string[] }> };

/** The one address of next-auth's that is open: where the identity provider sends the browser back. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { path } = await params;
  if (path.join('/') !== 'callback/eid') return problemResponse(knownProblem('notFound'));
  const context = { ...authContext(), database: database() };
  return await withLanguage(context, request, await finishLogin(context, request));
}

export function POST(): Response {
  return problemResponse(knownProblem('methodNotAllowed'), { allow: 'GET' });
}
