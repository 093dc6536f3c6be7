import { describe, expect, it } from 'vitest';
import { statementCsvRows } from '#lib/domain/statement/statement-csv.ts';
import { lineCells, notPayableCells, pendingCells } from '#lib/domain/statement/statement-table.ts';
import type { LineView, NotPayableView, PendingView } from '#lib/domain/statement/statement-view.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const STATEMENT = {
  cutOff: plainDate('2026-10-24'),
  provider: { name: '=Tallmo & Co', orgNo: '5591014726' },
};

function line(given: Partial<LineView>): LineView {
  return {
    id: '1',
    subject: { kind: 'participant', name: 'Hodan Abdi', placementId: 'p' },
    officeName: 'Västerås City',
    key: 'base:2026-09:2020-01-01',
    component: 'basePay',
    month: month('2026-09'),
    isCorrection: false,
    groupId: 'basePay.2026-09',
    quantity: 22,
    unitOre: ore(6550),
    amountOre: ore(144_100),
    because: [],
    agreementName: 'Exempel',
    ...given,
  };
}

function rowsOf(lines: readonly LineView[]) {
  return statementCsvRows({
    lines: lines.map((one) => lineCells(STATEMENT, one)),
    pending: [],
    notPayable: [],
  });
}

describe('the lines of a statement as a file', () => {
  it('have one row each under a head that marks the amounts as examples', () => {
    const [head, ...rows] = rowsOf([line({}), line({})]);
    expect(head?.filter((name) => String(name).includes('kr'))).toEqual([
      'Pris, kr (exempelbelopp)',
      'Belopp utan moms, kr (exempelbelopp)',
      'Belopp som inte betalas nu, kr (exempelbelopp)',
    ]);
    expect(rows).toHaveLength(2);
    // 22 × 65.50 kr = 1 441 kr.
    expect(rows[0]?.slice(3, 11)).toEqual([
      'Grundersättning',
      '2026-09',
      'Hodan Abdi',
      'Västerås City',
      'nej',
      22,
      65.5,
      1441,
    ]);
  });

  it('tell nothing of participants that the reader may not know', () => {
    const hidden = { officeName: null, quantity: null, unitOre: null, because: null };
    const rows = rowsOf([
      line({ ...hidden, subject: { kind: 'protected' } }),
      line({ ...hidden, subject: { kind: 'otherOffice' }, isCorrection: true, amountOre: ore(-550) }),
    ]);
    expect(rows.slice(1).map((row) => row.slice(5, 13))).toEqual([
      ['Deltagare med skyddade personuppgifter', null, 'nej', null, null, 1441, 'Exempel', null],
      ['Deltagare på ett annat kontor', null, 'ja', null, null, -5.5, 'Exempel', null],
    ]);
  });

  it('hold no formula, whatever a provider is called', () => {
    const text = csvText(rowsOf([line({ amountOre: ore(-550) })]));
    expect(text).toContain(";'=Tallmo & Co;559101-4726;");
    expect(text).toContain(';-5,5;');
  });

  it('are followed by what waits and what is not paid, which do not count in the column of the lines', () => {
    const entry = { placementId: 'p', name: 'Hodan Abdi', officeName: 'Norr', isProtected: false };
    const pending: PendingView = {
      ...entry,
      key: 'result:4',
      component: 'resultPay',
      dueOn: plainDate('2027-02-01'),
      amountOre: ore(2_200_000),
      need: 'Arbetet behöver fortsätta.',
    };
    const unpaid: NotPayableView = {
      ...entry,
      isProtected: true,
      key: 'base:2026-08',
      component: 'basePay',
      month: month('2026-08'),
      reason: 'reportMissing',
      reportThen: null,
      amountOre: ore(143_000),
      remedy: { can: 'act', why: 'Saknas.', what: 'Skicka.', by: null, page: 'report' },
    };
    const rows = statementCsvRows({
      lines: [lineCells(STATEMENT, line({}))],
      pending: [pendingCells(STATEMENT, pending)],
      notPayable: [notPayableCells(STATEMENT, unpaid)],
    });
    expect(rows.map((row) => row.length)).toEqual([17, 17, 17, 17]);
    expect(rows.slice(1).map((row) => row[10])).toEqual([1441, null, null]);
    expect(rows.slice(2).map((row) => row.slice(3, 7))).toEqual([
      ['Resultatersättning', null, 'Hodan Abdi', 'Norr'],
      ['Grundersättning', '2026-08', 'Deltagare med skyddade personuppgifter', null],
    ]);
    expect(rows.slice(1).map((row) => row.slice(13))).toEqual([
      ['Betalas', null, null, null],
      ['Väntar', '2027-02-01', 22_000, 'Arbetet behöver fortsätta.'],
      ['Betalas inte', null, 1430, 'Skicka.'],
    ]);
  });
});
