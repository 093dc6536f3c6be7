import { authContext } from '#lib/server/auth/context.ts';
import { showSession } from '#lib/server/auth/session-routes.ts';

export async function GET(request: Request): Promise<Response> {
  return await showSession(authContext(), request);
}
