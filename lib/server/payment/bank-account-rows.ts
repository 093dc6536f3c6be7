import type { BankAccountRow } from '#lib/domain/payment/bank-account.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export type ProviderAccount = BankAccountRow & {
  readonly providerId: string;
  readonly provider: { readonly name: string; readonly orgNo: string };
  /** Whether the reader asked for it. */
  readonly isOwn: boolean;
};

type Raw = Omit<ProviderAccount, 'validFrom' | 'provider'> & {
  readonly validFrom: string | null;
  readonly providerName: string;
  readonly orgNo: string;
};

const nameOf = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = ${id})`;

/** Bank accounts that meet a condition on `bank_account b`, the latest asked for first. */
export async function listBankAccounts(
  tx: Tx,
  matching: Prisma.Sql,
  slice: { readonly limit: number; readonly offset: number },
): Promise<readonly ProviderAccount[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT b.id::text, b.version, b.status, b.clearing_number AS "clearingNumber", b.account_number AS "accountNumber", b.bank_name AS "bankName",
      coalesce(${nameOf(Prisma.sql`b.requested_by_person_id`)}, '') AS "requestedBy", b.requested_at AS "requestedAt",
      ${nameOf(Prisma.sql`b.decided_by_person_id`)} AS "decidedBy", b.decided_at AS "decidedAt", b.reason, b.valid_from::text AS "validFrom",
      r.id::text AS "providerId", r.name AS "providerName", r.org_no AS "orgNo", coalesce(b.requested_by_person_id = app.person_id(), false) AS "isOwn"
    FROM bank_account b JOIN provider r ON r.id = b.provider_id
    WHERE ${matching} ORDER BY b.requested_at DESC, b.id LIMIT ${slice.limit} OFFSET ${slice.offset}`;
  return rows.map(({ providerName, orgNo, ...raw }) => ({
    ...raw,
    validFrom: raw.validFrom === null ? null : plainDate(raw.validFrom),
    provider: { name: providerName, orgNo },
  }));
}
