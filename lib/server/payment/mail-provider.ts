import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Mail = { readonly subject: string; readonly text: string };

const FOOT =
  'Det här mejlet innehåller varken belopp, kontonummer eller personuppgifter. Logga in i Leverantörsportalen för att läsa mer.';

/**
 * Tells everybody who has one of the roles at the providers today, each once for each provider, in the command's
 * transaction. Says what has happened and where to read it, nothing more.
 */
export async function mailProviders(
  tx: Tx,
  to: {
    readonly providerIds: readonly string[];
    readonly roles: readonly ProviderRole[];
    readonly on: PlainDate;
  },
  mail: Mail,
): Promise<number> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT m.provider_id, p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation = 'provider' AND m.provider_id = ANY (${to.providerIds}::uuid[]) AND m.role = ANY (${to.roles})
      AND m.valid_from <= ${to.on}::date AND (m.valid_to IS NULL OR m.valid_to > ${to.on}::date) AND p.email IS NOT NULL
    ORDER BY m.provider_id, p.email`;
  for (const { email } of rows) {
    await sendInTransaction(tx, 'mail.send', {
      to: email,
      subject: mail.subject,
      text: `Hej!\n\n${mail.text}\n\n${FOOT}\n`,
    });
  }
  return rows.length;
}
