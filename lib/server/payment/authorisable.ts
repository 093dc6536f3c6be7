import { authorisationContent, type AuthorisationContent } from '#lib/domain/payment/authorisation.ts';
import { maskedAccount } from '#lib/domain/payment/bank-account.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Authorisable = { readonly content: AuthorisationContent; readonly contentHash: string };

/** What is signed for statements that have an account each, and its hash: the same for who sees it, who signs it and who checks the receipt. */
export function authorisable(payOn: PlainDate, rows: readonly PayableRow[]): Authorisable {
  const content = authorisationContent(
    payOn,
    rows.flatMap((row) =>
      row.account === null
        ? []
        : [
            {
              statementId: row.statementId,
              providerName: row.providerName,
              orgNo: row.orgNo,
              cutOff: row.cutOff,
              contentHash: row.contentHash,
              payableOre: row.payableOre,
              bankAccountId: row.account.id,
              bankName: row.account.bankName,
              maskedAccount: maskedAccount(row.account),
            },
          ],
    ),
  );
  return { content, contentHash: hashOf(content).toString('hex') };
}
