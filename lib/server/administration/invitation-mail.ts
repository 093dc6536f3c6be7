import { INVITATION_DAYS } from '#lib/domain/administration/invitation.ts';
import { invitationPath } from '#lib/server/administration/administration-paths.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';

const DAY = 24 * 3_600_000;

/** The link itself, which only the mail holds, and what is kept of it. */
export function newInvitationLink(now: Date): {
  token: string;
  hash: Uint8Array<ArrayBuffer>;
  expiresAt: Date;
} {
  const token = newOpaqueToken();
  return {
    token,
    hash: new Uint8Array(hashToken(token)),
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
  };
}

/** The mail with the link. Says which company it is about and nothing of anybody. */
export async function mailInvitation(
  tx: Tx,
  {
    email,
    providerName,
    token,
  }: { readonly email: string; readonly providerName: string; readonly token: string },
): Promise<void> {
  const link = new URL(invitationPath(token), env().PORTAL_URL).href;
  await sendInTransaction(tx, 'mail.send', {
    to: email,
    subject: 'Du är inbjuden till Leverantörsportalen',
    text: `Hej!\n\n${providerName} vill ge dig åtkomst till Leverantörsportalen. Öppna länken och legitimera dig med e-legitimation:\n\n${link}\n\nLänken går att använda en gång, och gäller i ${INVITATION_DAYS} dagar. Skicka den inte vidare: den hör till dig.\n\nVet du inte vad det här gäller? Då behöver du inte göra något.\n`,
  });
}
