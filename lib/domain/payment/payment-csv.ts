import type { AuthorisedPayment } from '#lib/domain/payment/payment-view.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

const HEAD = [
  'Utbetalningsdag',
  'Leverantör',
  'Organisationsnummer',
  'Bank',
  'Clearingnummer',
  'Kontonummer',
  'Belopp med moms, kr (exempelbelopp)',
  'Betalningsreferens',
];

/** Payments as the rows of a file, with a head; amounts are kronor. Numbers that are names keep their zeros by being text. */
export function paymentCsvRows(payments: readonly AuthorisedPayment[]): readonly (readonly CsvCell[])[] {
  const rows = payments.map(({ payOn, provider, account, amountOre, reference }): readonly CsvCell[] => [
    payOn,
    provider.name,
    formatOrgNo(provider.orgNo),
    account.bankName,
    account.clearingNumber,
    account.accountNumber,
    amountOre / 100,
    reference,
  ]);
  return [HEAD, ...rows];
}
