import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from '#lib/domain/intake/share-out.ts';

test('whoever has the fewest gets the next one', () => {
  const three = ['p1', 'p2', 'p3'].map((placementId) => ({ placementId, able: ['a', 'b'] }));
  // 10 and 11 become 12 and 12.
  expect(
    shareOut(
      three,
      new Map([
        ['a', 10],
        ['b', 11],
      ]),
    ),
  ).toEqual({
    moves: [
      { placementId: 'p1', coachPersonId: 'a' },
      { placementId: 'p2', coachPersonId: 'a' },
      { placementId: 'p3', coachPersonId: 'b' },
    ],
    left: [],
  });
});

test('those whom few may take are placed first, and those whom nobody may take are left', () => {
  const given = [
    { placementId: 'any', able: ['a', 'b'] },
    { placementId: 'onlyA', able: ['a', 'c'] },
    { placementId: 'nobody', able: ['c'] },
  ];
  expect(
    shareOut(
      given,
      new Map([
        ['a', 0],
        ['b', 0],
      ]),
    ),
  ).toEqual({
    moves: [
      { placementId: 'onlyA', coachPersonId: 'a' },
      { placementId: 'any', coachPersonId: 'b' },
    ],
    left: ['nobody'],
  });
});

const coaches = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
const held = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(60), { minKeys: 1 });

test('everybody comes once: to a coach who may take them, or stays', () => {
  fc.assert(
    fc.property(fc.array(coaches, { maxLength: 40 }), held, (ables, counts) => {
      const given = ables.map((able, index) => ({ placementId: `p${index}`, able }));
      const { moves, left } = shareOut(given, new Map(Object.entries(counts)));
      const all = [...moves.map(({ placementId }) => placementId), ...left].toSorted();
      expect(all).toEqual(given.map(({ placementId }) => placementId).toSorted());
      for (const { placementId, coachPersonId } of moves) {
        expect(given.find((one) => one.placementId === placementId)?.able).toContain(coachPersonId);
        expect(Object.keys(counts)).toContain(coachPersonId);
      }
      for (const placementId of left) {
        const able = given.find((one) => one.placementId === placementId)?.able ?? [];
        expect(able.some((personId) => personId in counts)).toBe(false);
      }
    }),
  );
});

test('where all may take all, nobody who got somebody ends more than one above anybody else', () => {
  fc.assert(
    fc.property(fc.nat(60), held, (many, counts) => {
      const able = Object.keys(counts);
      const given = Array.from({ length: many }, (_, index) => ({ placementId: `p${index}`, able }));
      const { moves } = shareOut(given, new Map(Object.entries(counts)));
      const after = new Map(Object.entries(counts));
      for (const { coachPersonId } of moves) after.set(coachPersonId, (after.get(coachPersonId) ?? 0) + 1);
      const least = Math.min(...after.values());
      for (const { coachPersonId } of moves)
        expect((after.get(coachPersonId) ?? 0) - least).toBeLessThanOrEqual(1);
    }),
  );
});
