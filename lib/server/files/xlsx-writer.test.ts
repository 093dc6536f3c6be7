import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type XlsxSheet, xlsxOf } from '#lib/server/files/xlsx-writer.ts';

const SHEET: XlsxSheet = {
  name: 'Underlag',
  columns: [
    { head: 'Deltagare', kind: 'text', width: 30 },
    { head: 'Dag', kind: 'date', width: 12 },
    { head: 'Antal', kind: 'number', width: 8 },
    { head: 'Belopp', kind: 'kronor', width: 20 },
  ],
  rows: [
    ['Hodan Abdi', '2026-10-24', 22, 1441.5],
    ['Åsa Öberg', null, null, -5.5],
  ],
};

/** The cells of the first column below the head, read back from the file. */
async function readBack(texts: readonly string[]) {
  const rows = texts.map((text) => [text, null, null, null]);
  const book = await readXlsx(await xlsxOf([{ ...SHEET, rows }]), { readStyles: true });
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
}

describe('a workbook', () => {
  it('has a sheet for each table, numbers as numbers and dates as dates', async () => {
    const book = await readXlsx(await xlsxOf([SHEET, { ...SHEET, name: 'Väntar', rows: [] }]));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Underlag', 'Väntar']);
    expect(book.sheets[0]?.rows).toEqual([
      ['Deltagare', 'Dag', 'Antal', 'Belopp'],
      ['Hodan Abdi', new Date('2026-10-24T00:00:00Z'), 22, 1441.5],
      ['Åsa Öberg', null, null, -5.5],
    ]);
    expect(book.sheets[1]?.rows).toEqual([['Deltagare', 'Dag', 'Antal', 'Belopp']]);
  });

  it('has heads that stay, and columns as wide as asked for', async () => {
    const sheet = await readBack(['a']);
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.columns?.map(({ width }) => width)).toEqual([30, 12, 8, 20]);
  });

  it('holds no formula, whatever a text begins with', async () => {
    const texts = [
      '=1+1',
      '+46 70',
      '-5 dagar',
      '@SUM(A1)',
      '\t=2',
      '=HYPERLINK("http://a")',
      '=cmd|calc!A1',
    ];
    const sheet = await readBack(texts);
    expect(sheet.rows.slice(1).map(([cell]) => cell)).toEqual(texts);
    const cells = [...(sheet.cells?.values() ?? [])];
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  it('leaves out what a file cannot hold, and no more', async () => {
    const sheet = await readBack(['a\u0000b\u001Fc', 'å\ud800ä', 'rad 1\nrad 2 <&>"']);
    expect(sheet.rows.slice(1).map(([cell]) => cell)).toEqual(['abc', 'å\uFFFDä', 'rad 1\nrad 2 <&>"']);
  });
});
