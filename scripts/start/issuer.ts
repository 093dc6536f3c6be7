import { z } from 'zod';
import { messageOf, OperatorFault } from '#lib/server/operator-fault.ts';

const discovery = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url() });

/** Asks the identity provider of OIDC_ISSUER who it is, before anybody tries to log in. */
export async function assertIssuer(issuer: string): Promise<void> {
  const address = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const found = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch((cause: unknown) => {
    const reason =
      cause instanceof Error && cause.cause !== undefined ? messageOf(cause.cause) : messageOf(cause);
    throw new OperatorFault(
      `The identity provider of OIDC_ISSUER does not answer at ${address} (${reason}). Start it, or correct OIDC_ISSUER.`,
      { cause },
    );
  });
  const described = discovery.safeParse(await found.json().catch(() => undefined));
  if (!found.ok || !described.success) {
    throw new OperatorFault(
      `What answers at ${address} is no OpenID Connect provider (status ${found.status}). Correct OIDC_ISSUER.`,
    );
  }
  if (described.data.issuer.replace(/\/+$/, '') !== issuer.replace(/\/+$/, '')) {
    throw new OperatorFault(
      `The identity provider calls itself ${described.data.issuer}. Set OIDC_ISSUER to exactly that.`,
    );
  }
}
