import { authContext } from '#lib/server/auth/context.ts';
import { beginInvitedLogin } from '#lib/server/auth/login.ts';

type Params = { readonly params: Promise<{ readonly token: string }> };

/** The one button on an invitation's page: on to the identity provider, to come back as whoever identified themselves. */
export async function POST(_request: Request, { params }: Params): Promise<Response> {
  return await beginInvitedLogin(authContext(), (await params).token);
}
