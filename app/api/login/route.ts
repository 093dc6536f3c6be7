import { authContext } from '#lib/server/auth/context.ts';
import { beginLogin } from '#lib/server/auth/login.ts';

export async function POST(request: Request): Promise<Response> {
  return await beginLogin(authContext(), request);
}
