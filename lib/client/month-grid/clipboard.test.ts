import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layCells, readCells, writeCells } from '#lib/client/month-grid/clipboard.ts';

describe('cells on the clipboard', () => {
  it('come from Excel with CRLF, from LibreOffice with LF, and one line end after the last row', () => {
    const cells = [
      ['2:00', '90'],
      ['', '45'],
    ];
    expect(readCells('2:00\t90\r\n\t45\r\n')).toEqual(cells);
    expect(readCells('2:00\t90\n\t45\n')).toEqual(cells);
    expect(readCells('2:00\t90\r\t45')).toEqual(cells);
  });

  it('may be quoted, with tabs, line ends and quotes inside', () => {
    expect(readCells('"a\tb"\t"c\r\nd"\t"say ""no"""\n')).toEqual([['a\tb', 'c\r\nd', 'say "no"']]);
  });

  it('may hold a quote that quotes nothing', () => {
    expect(readCells('"a\tb"c\td"')).toEqual([['"a', 'b"c', 'd"']]);
  });

  it('keep an empty row in the middle, and an empty text is one empty cell', () => {
    expect(readCells('1\n\n2\n')).toEqual([['1'], [''], ['2']]);
    expect(readCells('')).toEqual([['']]);
  });

  it('are read as they were written, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ':', '"', '\t', '\n', '\r', ' ') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        expect(readCells(writeCells(cells))).toEqual(cells);
      }),
    );
  });
});

describe('pasting', () => {
  const at = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

  it('lays a block from the upper left corner of what is selected', () => {
    const { cells, size, over } = layCells([['1', ' 2 '], ['3']], at(4, 2), { rows: 200, columns: 13 });
    expect(cells).toEqual([
      { row: 4, column: 2, text: '1' },
      { row: 4, column: 3, text: '2' },
      { row: 5, column: 2, text: '3' },
      { row: 5, column: 3, text: '' },
    ]);
    expect([size, over]).toEqual([
      { rows: 2, columns: 2 },
      { rows: 0, columns: 0 },
    ]);
  });

  it('fills what is selected with a single cell', () => {
    const selected = { top: 1, left: 0, bottom: 3, right: 1 };
    const { cells } = layCells([['45']], selected, { rows: 50, columns: 13 });
    expect(cells).toHaveLength(6);
    expect(new Set(cells.map(({ text }) => text))).toEqual(new Set(['45']));
  });

  it('counts what finds no room, to the right and below', () => {
    const { size, over } = layCells(
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
      at(49, 11),
      { rows: 50, columns: 13 },
    );
    expect([size, over]).toEqual([
      { rows: 1, columns: 2 },
      { rows: 1, columns: 1 },
    ]);
  });
});
