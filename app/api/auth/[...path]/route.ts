import { authContext } from '#lib/server/auth/context.ts';
import { finishLogin } from '#lib/server/auth/login.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

type Params = { readonly params: Promise<{ path: string[] }> };

/** The one address of next-auth's that is open: where the identity provider sends the browser back. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { path } = await params;
  if (path.join('/') !== 'callback/eid') return problemResponse(knownProblem('notFound'));
  return await finishLogin(authContext(), request);
}

export function POST(): Response {
  return problemResponse(knownProblem('methodNotAllowed'), { allow: 'GET' });
}
