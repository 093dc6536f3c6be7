import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRID_FIELDS, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { mergeDrafts } from '#lib/domain/month-grid/merge-draft.ts';

// Few fields and few texts, so that the three meet often.
const FIELDS = GRID_FIELDS.slice(0, 5);
const month: fc.Arbitrary<TypedMonth> = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.constantFrom('0:15', '0:30', '0:45'),
);
const three = fc.tuple(month, month, month);

test('who changed nothing gets what the other has, whoever it is', () => {
  fc.assert(
    fc.property(month, month, (base, changed) => {
      expect(mergeDrafts(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
      expect(mergeDrafts(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
      expect(mergeDrafts(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
    }),
  );
});

test('it does not matter who is who but where somebody has to choose', () => {
  fc.assert(
    fc.property(three, ([base, mine, theirs]) => {
      const [one, other] = [mergeDrafts(base, mine, theirs), mergeDrafts(base, theirs, mine)];
      expect(one.conflicts).toEqual(other.conflicts);
      for (const field of FIELDS.filter((given) => !one.conflicts.includes(given))) {
        expect(one.merged[field]).toBe(other.merged[field]);
      }
    }),
  );
});

test('nothing is lost: what either has changed is in the merged month, or is to be chosen', () => {
  fc.assert(
    fc.property(three, ([base, mine, theirs]) => {
      const { merged, conflicts } = mergeDrafts(base, mine, theirs);
      for (const changed of [mine, theirs]) {
        for (const field of FIELDS) {
          if (changed[field] === base[field] || conflicts.includes(field)) continue;
          expect(merged[field]).toBe(changed[field]);
        }
      }
      for (const field of conflicts) expect(merged[field]).toBe(mine[field]);
    }),
  );
});

test('each changes a cell of their own, and one cell both', () => {
  const base = { 'mapping:onSite': '1:00', 'health:video': '0:30' };
  const mine = { 'mapping:onSite': '1:30', 'health:video': '0:30', jobSuggestions: '2' };
  const theirs = { 'mapping:onSite': '2:00' };
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    merged: { 'mapping:onSite': '1:30', jobSuggestions: '2' },
    conflicts: ['mapping:onSite'],
  });
});
