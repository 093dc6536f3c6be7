import { authContext } from '#lib/server/auth/context.ts';
import { answerTokenRequest } from '#lib/server/auth/token-endpoint.ts';

export async function POST(request: Request): Promise<Response> {
  return await answerTokenRequest(authContext(), request);
}
