import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EditHistory,
  type EditStep,
  MOST_STEPS,
  NO_EDITS,
  recordEdit,
  redoEdit,
  undoEdit,
} from '#lib/domain/month-grid/edit-history.ts';
import { MINUTES_FIELDS } from '#lib/domain/month-grid/grid-field.ts';

type Sheet = ReadonlyMap<string, string>;
const cell = fc.record({
  placementId: fc.constantFrom('a', 'b'),
  field: fc.constantFrom(...MINUTES_FIELDS.slice(0, 3)),
  text: fc.constantFrom('', '0:15', '0:30'),
});

function apply(sheet: Sheet, changes: EditStep): Sheet {
  const next = new Map(sheet);
  for (const { placementId, field, after } of changes) next.set(`${placementId} ${field}`, after);
  return next;
}

function type(
  sheet: Sheet,
  cells: readonly { placementId: string; field: (typeof MINUTES_FIELDS)[number]; text: string }[],
) {
  let now = sheet;
  const step = cells.map(({ placementId, field, text }) => {
    const change = { placementId, field, before: now.get(`${placementId} ${field}`) ?? '', after: text };
    now = apply(now, [change]);
    return change;
  });
  return { sheet: now, step };
}

const filled = (sheet: Sheet) => Object.fromEntries([...sheet].filter(([, text]) => text !== ''));

test('undoing everything gives the beginning, doing it again the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.boolean()), { maxLength: 40 }),
      (edits) => {
        let history: EditHistory = NO_EDITS;
        let sheet: Sheet = new Map();
        for (const [cells, joins] of edits) {
          const typed = type(sheet, cells);
          history = recordEdit(history, typed.step, joins);
          sheet = typed.sheet;
        }
        const end = filled(sheet);
        for (let back = undoEdit(history); back !== null; back = undoEdit(history)) {
          history = back.history;
          sheet = apply(sheet, back.changes);
        }
        expect(filled(sheet)).toEqual({});
        for (let on = redoEdit(history); on !== null; on = redoEdit(history)) {
          history = on.history;
          sheet = apply(sheet, on.changes);
        }
        expect(filled(sheet)).toEqual(end);
      },
    ),
  );
});

test('typing in one cell is one step, in the next cell another', () => {
  const at = (field: (typeof MINUTES_FIELDS)[number], before: string, after: string): EditStep => [
    { placementId: 'a', field, before, after },
  ];
  const typed = recordEdit(
    recordEdit(NO_EDITS, at('mapping:onSite', '', '9')),
    at('mapping:onSite', '9', '90'),
    true,
  );
  expect(typed.past).toEqual([at('mapping:onSite', '', '90')]);
  expect(recordEdit(typed, at('mapping:video', '', '1'), true).past).toHaveLength(2);
});

test('a new step takes away what was undone, and the oldest goes when there are too many', () => {
  const step = (text: string): EditStep => [
    { placementId: 'a', field: 'mapping:onSite', before: '', after: text },
  ];
  const undone = undoEdit(recordEdit(NO_EDITS, step('1')))?.history ?? NO_EDITS;
  expect(recordEdit(undone, step('2'))).toEqual({ past: [step('2')], future: [] });
  const many = Array.from({ length: MOST_STEPS + 1 }, (_, index) => step(String(index)));
  expect(many.reduce((history, next) => recordEdit(history, next), NO_EDITS).past[0]).toEqual(step('1'));
});
