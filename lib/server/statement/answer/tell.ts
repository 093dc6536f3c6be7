import type { AnswerMail } from '#lib/domain/statement/dispute-mail-sv.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { sendAllInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Address = { readonly email: string };

async function send(tx: Tx, addresses: readonly Address[], mail: AnswerMail): Promise<void> {
  await sendAllInTransaction(
    tx,
    'mail.send',
    addresses.map(({ email }) => ({ to: email, ...mail })),
  );
}

/** To the provider's signatories of the day. */
export async function tellSignatories(
  tx: Tx,
  providerId: string,
  today: PlainDate,
  mail: AnswerMail,
): Promise<void> {
  const addresses = await tx.$queryRaw<Address[]>`
    SELECT DISTINCT p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.provider_id = ${providerId}::uuid AND m.role = 'signatory' AND m.valid_from <= ${today}::date
      AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) AND p.email IS NOT NULL ORDER BY p.email`;
  await send(tx, addresses, mail);
}

/** To the reviewers who know the matter, or to all where none does yet. For commands of the provider's. */
export async function tellReviewers(
  tx: Tx,
  disputeId: string,
  today: PlainDate,
  mail: AnswerMail,
): Promise<void> {
  const addresses = await tx.$queryRaw<Address[]>`
    SELECT a AS email FROM app.dispute_reviewer_addresses(${disputeId}::uuid, ${today}::date) a`;
  await send(tx, addresses, mail);
}
