import { authContext } from '#lib/server/auth/context.ts';
import { finishStepUp } from '#lib/server/auth/step-up-request.ts';

export async function GET(request: Request): Promise<Response> {
  return await finishStepUp(authContext(), request);
}
