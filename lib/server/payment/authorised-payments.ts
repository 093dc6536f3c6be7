import { paymentReference } from '#lib/domain/payment/payment-reference.ts';
import type { AuthorisedPayment } from '#lib/domain/payment/payment-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type RawPayment = {
  readonly statementId: string;
  readonly cutOff: string;
  readonly payOn: string;
  readonly amountOre: bigint;
  readonly providerId: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly accountId: string;
  readonly clearingNumber: string;
  readonly accountNumber: string;
  readonly bankName: string;
};

/**
 * Everything that a payment file needs of what was authorised, in an order that never changes. The amounts, accounts and
 * references are those that were signed for, whatever has happened to the provider's account since.
 */
export async function listAuthorisedPayments(
  tx: Tx,
  authorisationId: string,
): Promise<readonly AuthorisedPayment[]> {
  const rows = await tx.$queryRaw<RawPayment[]>`
    SELECT s.id::text AS "statementId", s.cut_off::text AS "cutOff", a.pay_on::text AS "payOn", s.payable_ore AS "amountOre",
      r.id::text AS "providerId", r.name AS "providerName", r.org_no AS "orgNo",
      b.id::text AS "accountId", b.clearing_number AS "clearingNumber", b.account_number AS "accountNumber", b.bank_name AS "bankName"
    FROM authorisation a JOIN statement s ON s.authorisation_id = a.id JOIN provider r ON r.id = s.provider_id
    JOIN bank_account b ON b.id = s.bank_account_id
    WHERE a.id = ${authorisationId}::uuid ORDER BY r.org_no, s.cut_off`;
  return rows.map((raw) => ({
    statementId: raw.statementId,
    reference: paymentReference({ orgNo: raw.orgNo, cutOff: plainDate(raw.cutOff) }),
    payOn: plainDate(raw.payOn),
    amountOre: ore(Number(raw.amountOre)),
    provider: { id: raw.providerId, name: raw.providerName, orgNo: raw.orgNo },
    account: {
      id: raw.accountId,
      clearingNumber: raw.clearingNumber,
      accountNumber: raw.accountNumber,
      bankName: raw.bankName,
    },
  }));
}

/** The payments of an authorisation, for those who pay. */
export const authorisedPayments = defineQuery({
  name: 'payment.list',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { authorisationId }: { readonly authorisationId: string }) => {
    const payments = await listAuthorisedPayments(tx, authorisationId);
    return payments.length === 0 ? null : payments;
  },
  // Account numbers have been read: the log says whose list.
  reads: (_, { authorisationId }) => ({ type: 'authorisation', id: authorisationId, participantIds: [] }),
});
