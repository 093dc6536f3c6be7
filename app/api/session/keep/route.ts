import { authContext } from '#lib/server/auth/context.ts';
import { keepAlive } from '#lib/server/auth/session-routes.ts';

export async function POST(request: Request): Promise<Response> {
  return await keepAlive(authContext(), request);
}
