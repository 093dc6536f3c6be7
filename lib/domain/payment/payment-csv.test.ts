import { expect, it } from 'vitest';
import { paymentCsvRows } from '#lib/domain/payment/payment-csv.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it('payments become rows for people: kronor with a decimal comma, whole numbers of accounts, nothing a spreadsheet would calculate', () => {
  const rows = paymentCsvRows([
    {
      statementId: 's',
      reference: '5560360793202611242',
      payOn: plainDate('2026-12-23'),
      amountOre: ore(170_650),
      provider: { id: 'p', name: '=cmd AB', orgNo: '5560360793' },
      account: { id: 'a', clearingNumber: '6000', accountNumber: '012345678', bankName: 'Handelsbanken' },
    },
  ]);
  expect(csvText(rows).split('\r\n')[1]).toBe(
    "2026-12-23;'=cmd AB;556036-0793;Handelsbanken;6000;012345678;1706,5;5560360793202611242",
  );
});
