import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { readRows } from '#lib/domain/report/parse-reports.ts';
import { findColumns, isHeader } from '#lib/domain/upload/find-columns.ts';
import { readTable } from '#lib/domain/upload/read-table.ts';
import type { SheetCell, SheetRow } from '#lib/domain/upload/sheet-cell.ts';

const options = { minuteStep: 15 };
const good: readonly SheetCell[] = ['123456789', '2026-03', 'mapping', 'onSite', 60, '', 1, ''];
const header: SheetRow = { row: 1, cells: REPORT_COLUMNS };

function read(rows: readonly (readonly SheetCell[])[], traits: Partial<SheetRow> = {}) {
  const table = { header, rows: rows.map((cells, index) => ({ row: index + 2, cells, ...traits })) };
  return readTable(table, findColumns(header), options);
}
const faultsOf = (rows: readonly (readonly SheetCell[])[], traits?: Partial<SheetRow>) =>
  read(rows, traits).rows.flatMap(({ faults }) => faults.map(({ row, column, code }) => [row, column, code]));

describe('columns', () => {
  test('are found by name, whatever their order, letters and surroundings; what is not ours is told', () => {
    const cells = [
      'Minutes ',
      'anm',
      'DELTAGARE',
      'fel',
      ...REPORT_COLUMNS.filter((name) => name !== 'minutes'),
    ];
    const found = findColumns({ row: 1, cells });
    expect(found).toMatchObject({ missing: [], double: [], unknown: ['anm'] });
    expect(found.indexes.get('minutes')).toBe(0);
  });
  test('that are missing or double are all named', () => {
    const cells = ['implementation_reference', 'month', 'Month', 'minuter'];
    expect(findColumns({ row: 1, cells })).toMatchObject({
      missing: ['activity', 'form', 'minutes', 'language_support', 'job_suggestions', 'reason'],
      double: ['month'],
      unknown: ['minuter'],
    });
  });
  test('make a header where two of them stand, and nowhere else', () => {
    expect(isHeader({ row: 1, cells: ['implementation_reference', 'minuter', 'month'] })).toBe(true);
    expect(isHeader({ row: 1, cells: ['implementation_reference', 'nio siffror'] })).toBe(false);
  });
});

describe('rows', () => {
  test('in any order of columns are read as the API reads them', () => {
    const row = fc.tuple(
      fc.constantFrom('123456789', '12345', ''),
      fc.constantFrom('2026-03', '2026-13', ''),
      fc.constantFrom('mapping', 'ownWork', 'none', 'möte', ''),
      fc.constantFrom('onSite', 'teams', ''),
      fc.constantFrom('60', '50', '0', 'x', ''),
      fc.constantFrom('', 'ar', 'arabiska, lite'),
      fc.constantFrom('', '2', '1000'),
      fc.constantFrom('', 'sick', 'trött'),
    );
    const order = fc.shuffledSubarray([...REPORT_COLUMNS], { minLength: REPORT_COLUMNS.length });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), order, (rows, columns) => {
        // Rows that wait to be filled in are an upload's alone.
        fc.pre(
          rows.every(
            ([, , activity, form, minutes, , , reason]) => `${activity}${form}${minutes}${reason}` !== '',
          ),
        );
        const shuffled: SheetRow = { row: 1, cells: columns };
        const table = {
          header: shuffled,
          rows: rows.map((cells, index) => ({
            row: index + 2,
            cells: columns.map((column) => cells[REPORT_COLUMNS.indexOf(column)] ?? ''),
          })),
        };
        const uploaded = readTable(table, findColumns(shuffled), options).rows;
        const sent = readRows(
          rows.map((cells) => Object.fromEntries(REPORT_COLUMNS.map((column, at) => [column, cells[at]]))),
          options,
        );
        const said = (all: typeof sent) =>
          all.map(({ entry, faults, month, reference }) => ({
            entry,
            month,
            reference,
            faults: faults.map(({ pointer, code, message, fix }) => ({ pointer, code, message, fix })),
          }));
        expect(said(uploaded)).toEqual(said(sent));
      }),
      { seed: 20_260_301 },
    );
  });

  test('with a fault in a cell say that, in place of what follows from it', () => {
    expect(faultsOf([good.with(4, { date: '2026-03-04' })])).toEqual([[2, 'minutes', 'cellDate']]);
    expect(faultsOf([good.with(0, '')], { covered: [0] })).toEqual([
      [2, 'implementation_reference', 'cellMerged'],
    ]);
    expect(faultsOf([good.with(4, null)], { unsaved: [4] })).toEqual([[2, 'minutes', 'cellUnsaved']]);
    expect(faultsOf([[...good, 'utanför']])).toEqual([[2, 'implementation_reference', 'rowTooLong']]);
  });

  test('that wait to be filled in are left out and told, but not beside others of the same report', () => {
    const waiting = ['123456789', '2026-03', '', '', '', '', 0, ''];
    expect(read([waiting])).toEqual({
      rows: [],
      notes: [{ code: 'rowsNotFilledIn', facts: { count: 1, rows: [2] } }],
    });
    expect(faultsOf([good, waiting])).toEqual([[3, 'activity', 'activityMissing']]);
    expect(faultsOf([waiting.with(0, '')])).toContainEqual([
      2,
      'implementation_reference',
      'referenceMissing',
    ]);
  });
});
