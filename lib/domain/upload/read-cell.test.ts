import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthFromDate, readCell } from '#lib/domain/upload/read-cell.ts';
import type { UploadColumn } from '#lib/domain/upload/find-columns.ts';
import type { SheetCell } from '#lib/domain/upload/sheet-cell.ts';

describe('a cell is read as what it means, and never guessed', () => {
  test.each<[UploadColumn, SheetCell | undefined, string]>([
    ['minutes', 60, '60'],
    ['minutes', '60', '60'],
    ['minutes', ' 60 ', '60'],
    ['minutes', '60,0', '60'],
    ['minutes', '60.00', '60'],
    ['minutes', '1\u00A0260', '1260'],
    // One and a half is not whole, and 1.260 could be either: the rules of reports refuse both.
    ['minutes', 1.5, '1,5'],
    ['minutes', '1,5', '1,5'],
    ['minutes', '1.260', '1.260'],
    ['minutes', '60,000', '60,000'],
    ['implementation_reference', 123_456_789, '123456789'],
    ['implementation_reference', '\uFEFF123456789', '123456789'],
    ['month', '2026-03', '2026-03'],
    ['month', '2026-03-01', '2026-03'],
    ['month', { date: '2026-03-01' }, '2026-03'],
    ['month', 'mar-26', '2026-03'],
    ['month', 'Maj-26', '2026-05'],
    ['month', 'Oct-26', '2026-10'],
    ['month', '2026-03-15', '2026-03-15'],
    ['month', 'foo-26', 'foo-26'],
    ['reason', null, ''],
    ['reason', undefined, ''],
  ])('%s %j is "%s"', (column, cell, text) => {
    expect(readCell(column, cell)).toMatchObject({ kind: 'field', text });
  });

  test.each<[UploadColumn, SheetCell, string]>([
    ['month', { date: '2026-03-15' }, 'cellDate'],
    ['month', { date: '2026-03-01T12:00:00' }, 'cellDate'],
    ['minutes', { date: '1900-02-29' }, 'cellDate'],
    ['minutes', '#REF!', 'cellError'],
    ['activity', '#SAKNAS!', 'cellError'],
  ])('%s %j is the fault %s', (column, cell, code) => {
    expect(readCell(column, cell)).toMatchObject({ kind: 'fault', code });
  });

  test('every month that a Swedish Excel abbreviates is the month that it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 0, max: 11 }), (year, month) => {
        const first = new Date(Date.UTC(year, month, 1));
        const short = new Intl.DateTimeFormat('sv', { month: 'short', timeZone: 'UTC' })
          .format(first)
          .slice(0, 3);
        const wanted = first.toISOString().slice(0, 7);
        expect(monthFromDate(`${short}-${String(year).slice(2)}`)).toBe(wanted);
        expect(monthFromDate(`${wanted}-01`)).toBe(wanted);
      }),
      { seed: 20_260_301 },
    );
  });

  test('whole numbers come through unchanged, in text and as numbers', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (number) => {
        expect(readCell('minutes', number)).toEqual(readCell('minutes', String(number)));
        expect(readCell('minutes', `${number},00`)).toMatchObject({ text: String(number) });
      }),
      { seed: 20_260_301 },
    );
  });
});
