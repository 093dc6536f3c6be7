import { describe, expect, it } from 'vitest';
import {
  blockOf,
  cellsOf,
  coveredColumns,
  isCovered,
  isOneCell,
  selectCell,
  sizeOf,
} from '#lib/client/month-grid/selection.ts';

const UPWARDS = { anchor: { row: 4, column: 3 }, head: { row: 2, column: 1 } };

describe('a block of cells', () => {
  it('has the same edges whichever corner it began in', () => {
    const downwards = { anchor: UPWARDS.head, head: UPWARDS.anchor };
    expect(blockOf(UPWARDS)).toEqual({ top: 2, left: 1, bottom: 4, right: 3 });
    expect(blockOf(downwards)).toEqual(blockOf(UPWARDS));
  });

  it('counts its edges', () => {
    expect(sizeOf(blockOf(UPWARDS))).toEqual({ rows: 3, columns: 3 });
    expect(cellsOf(blockOf(UPWARDS))).toHaveLength(9);
    expect(cellsOf(blockOf(UPWARDS))[1]).toEqual({ row: 2, column: 2 });
  });

  it('of one cell is no block', () => {
    expect(isOneCell(selectCell({ row: 1, column: 1 }))).toBe(true);
    expect(coveredColumns(selectCell({ row: 1, column: 1 }), 1)).toBe('');
  });

  it('tells each row which of its columns it covers', () => {
    expect([1, 2, 4, 5].map((row) => coveredColumns(UPWARDS, row))).toEqual(['', '1-3', '1-3', '']);
    expect([0, 1, 3, 4].map((column) => isCovered('1-3', column))).toEqual([false, true, true, false]);
    expect(isCovered('', 0)).toBe(false);
  });
});
