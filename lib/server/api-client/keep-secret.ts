import type { Actor } from '#lib/domain/actor/actor.ts';
import { REVEAL_MINUTES } from '#lib/domain/api-client/scope.ts';
import { secretSeal, type SecretSeal } from '#lib/server/crypto/secret-seal.ts';
import { actorKey, type Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { newId } from '#lib/server/ids.ts';

export type SecretSubject = { readonly type: 'apiClient' | 'webhookEndpoint'; readonly id: string };

export function revealSeal(): SecretSeal {
  return secretSeal(env().PORTAL_SECRET, 'secret-reveal/1');
}

/**
 * Keeps a new secret for the one look that whoever asked for it gets, and returns the look's id. The command answers with
 * that id alone, so that neither kept answers nor kept forms, the log or an address ever hold the secret.
 */
export async function keepSecret(
  tx: Tx,
  actor: Actor,
  given: {
    readonly subject:
      | SecretSubject
      | {
          readonly type: 'calendarFeed' | 'paperCode' | 'identityNumber' | 'planShare' | 'protectedIdentity';
          readonly id: string;
        };
    readonly secret: string;
    readonly now: Date;
  },
): Promise<string> {
  const id = newId();
  const { subject, secret, now } = given;
  await tx.secretReveal.createMany({
    data: [
      {
        id,
        actorKey: actorKey(actor),
        subjectType: subject.type,
        subjectId: subject.id,
        sealed: revealSeal().seal(id, secret),
        expiresAt: new Date(now.getTime() + REVEAL_MINUTES * 60_000),
      },
    ],
  });
  return id;
}
