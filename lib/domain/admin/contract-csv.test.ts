import { expect, it } from 'vitest';
import { contractCsvRows } from '#lib/domain/admin/contract-csv.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

it('gives a contract as one row, with its last day inclusive and no formula in it', () => {
  const rows = contractCsvRows([
    {
      contractId: 'x',
      kaNumber: '10000001',
      providerName: '=Leverantör AB',
      orgNo: '5560000001',
      deliveryArea: 'Blekinge',
      places: ['Karlskrona', 'Ronneby'],
      from: plainDate('2026-01-01'),
      to: plainDate('2027-01-01'),
      openForChoice: true,
      capacity: 40,
      participantsNow: 31,
      placesTaken: 34,
      state: 'open',
    },
  ]);
  expect(csvText(rows).split('\r\n')[1]).toBe(
    "10000001;'=Leverantör AB;5560000001;Blekinge;Karlskrona, Ronneby;2026-01-01;2026-12-31;öppet för val;31;34;40",
  );
});
