import { secretSeal, type SecretSeal } from '#lib/server/crypto/secret-seal.ts';
import { env } from '#lib/server/env.ts';

/** Seals an endpoint's secrets, bound to the endpoint's id. The portal has to know them: it signs with them. */
export function endpointSeal(portalSecret = env().PORTAL_SECRET): SecretSeal {
  return secretSeal(portalSecret, 'webhook-secret/1');
}
