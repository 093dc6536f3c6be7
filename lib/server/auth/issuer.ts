import {
  allowInsecureRequests,
  ClientSecretBasic,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { AuthSettings } from '#lib/server/auth/context.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const keptForMs = 10 * 60_000;
const timeoutSeconds = 8;
const known = new Map<string, { readonly configuration: Configuration; readonly until: number }>();

/**
 * What the issuer says about itself (OpenID Connect Discovery), kept for ten minutes. `fresh` asks again, so that
 * nobody is sent to a server that has gone since. `down`: it does not answer, or its answer cannot be used.
 */
export async function findIssuer(
  settings: AuthSettings,
  fresh: 'fresh' | 'kept',
): Promise<Result<Configuration, 'down'>> {
  const { issuer, clientId, clientSecret } = settings;
  const key = `${issuer} ${clientId}`;
  const kept = known.get(key);
  if (fresh === 'kept' && kept !== undefined && kept.until > Date.now()) return ok(kept.configuration);
  try {
    const configuration = await discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      ClientSecretBasic(clientSecret),
      {
        timeout: timeoutSeconds,
        execute: [
          // The client trusts an encrypted connection instead of a token's signature, unless it is told not to.
          enableNonRepudiationChecks,
          // Plain http is for an issuer on the same machine.
          ...(issuer.startsWith('http:') ? [allowInsecureRequests] : []),
        ],
      },
    );
    known.set(key, { configuration, until: Date.now() + keptForMs });
    return ok(configuration);
  } catch {
    // Whatever the reason (refused, too slow, not OpenID Connect): nobody can log in, and the page says so.
    return err('down');
  }
}
