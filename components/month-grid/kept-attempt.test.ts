import { describe, expect, it } from 'vitest';
import { changedCells, rowsAsTyped } from '#components/month-grid/kept-attempt.ts';
import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow } from '#lib/domain/month-grid/month-grid.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { knownProblem } from '#lib/shared/problem.ts';

const [ANNA, BO] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

// Only what these rules look at.
function row(placementId: string, participantName: string, typed: TypedMonth): GridRow {
  return { row: { placementId, participantName }, isOpen: true, typed } as unknown as GridRow;
}

const ROWS = [
  row(ANNA, 'Anna Ek', { 'mapping:onSite': '3:00' }),
  row(BO, 'Bo Alm', { 'health:video': '1:00' }),
];
const ATTEMPT: KeptForm = {
  values: {
    'rows.0.placementId': ANNA,
    'rows.0.typed.mapping:onSite': '2:00',
    'rows.0.typed.jobSuggestions': ' 4 ',
    'rows.1.placementId': BO,
    'rows.1.typed.health:video': '1:00',
  },
  idempotencyKey: 'a key',
  problem: knownProblem('conflict', [
    { pointer: '/rows/0', code: 'draftChanged', message: 'Karin Ek har ändrat månaden.' },
  ]),
};

describe('a form that was refused', () => {
  it('is shown again as it was typed, each row as its own', () => {
    expect(rowsAsTyped(ROWS, ATTEMPT)[0]?.typed).toEqual({ 'mapping:onSite': '2:00', jobSuggestions: '4' });
    expect(rowsAsTyped(ROWS, ATTEMPT)[1]).toBe(ROWS[1]);
  });

  it('tells the cells in which somebody else has kept something else', () => {
    expect(changedCells(ROWS, ATTEMPT)).toEqual([
      { placementId: ANNA, name: 'Anna Ek', field: 'mapping:onSite', mine: '2:00', theirs: '3:00' },
      { placementId: ANNA, name: 'Anna Ek', field: 'jobSuggestions', mine: '4', theirs: '' },
    ]);
    expect(changedCells(ROWS, null)).toEqual([]);
  });
});
