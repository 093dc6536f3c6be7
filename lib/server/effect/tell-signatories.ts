import type { Tx } from '#lib/server/db/transaction.ts';
import { sendAllInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Letter = { readonly subject: string; readonly text: string };

/** A mail to some addresses, the same for all, without personal data. */
export async function tell(tx: Tx, addresses: readonly string[], { subject, text }: Letter): Promise<void> {
  const whole = `Hej!\n\n${text}\n\nDet här mejlet innehåller inga personuppgifter. Logga in i Leverantörsportalen för att läsa mer.\n`;
  await sendAllInTransaction(
    tx,
    'mail.send',
    addresses.map((to) => ({ to, subject, text: whole })),
  );
}

/** A mail to every signatory of the day of some providers. */
export async function tellSignatories(
  tx: Tx,
  providerIds: readonly string[],
  today: PlainDate,
  letter: Letter,
): Promise<void> {
  const told = await tx.$queryRaw<{ to: string }[]>`
    SELECT DISTINCT p.email AS "to" FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.provider_id = ANY (${providerIds}::uuid[]) AND m.role = 'signatory' AND m.valid_from <= ${today}::date
      AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AND p.email IS NOT NULL ORDER BY 1`;
  await tell(
    tx,
    told.map(({ to }) => to),
    letter,
  );
}
