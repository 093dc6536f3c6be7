import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';

/** How long a person may take at the identity provider. */
export const stepUpSeconds = 10 * 60;

const stepUp = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  purpose: z.string(),
  contentHash: z.string(),
  returnTo: z.string(),
  back: z.string(),
  /** Seconds since 1970. */
  startedAt: z.number(),
});

/** A step-up on its way: the request's secrets, and what it is for. */
export type PendingStepUp = z.infer<typeof stepUp>;

function keyOf({ settings }: AuthContext): Uint8Array {
  return deriveKey(settings.portalSecret, 'step-up-cookie/1');
}

/** Encrypted, as the verifier is a secret between us and the issuer; and so that nothing in it can be changed. */
export async function sealStepUp(context: AuthContext, pending: PendingStepUp): Promise<string> {
  return await new EncryptJWT(pending)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(pending.startedAt + stepUpSeconds)
    .encrypt(keyOf(context));
}

/** Null: missing, too old, or not sealed by us. */
export async function openStepUp(
  context: AuthContext,
  sealed: string | undefined,
): Promise<PendingStepUp | null> {
  if (sealed === undefined) return null;
  try {
    const { payload } = await jwtDecrypt(sealed, keyOf(context), {
      currentDate: context.now(),
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return stepUp.parse(payload);
  } catch {
    // Whatever is wrong with it, the person has to start again.
    return null;
  }
}
