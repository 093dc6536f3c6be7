import { expect, test } from 'vitest';
import { type ChoiceReasoning, outcomeOf, shownCompared } from '#lib/domain/choice/choice-reasoning.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function one(officeId: string, metres: number | null, placesTaken: number) {
  return {
    officeId,
    contractId: officeId,
    metres,
    seedPlace: 1,
    capacity: 10,
    placesTaken,
    provider: officeId,
    place: '',
  };
}

function reasoning(officeId: string, compared: ChoiceReasoning['compared']): ChoiceReasoning {
  const day = plainDate('2026-05-20');
  return {
    arrivedOn: day,
    reference: '100000001',
    startOn: day,
    home: { lat: 56, lon: 15 },
    seed: '',
    officeId,
    compared,
  };
}

test('a participant sees whom they got, who was nearer but full, and the nearest three', () => {
  const compared = [
    one('full', 100, 10),
    one('also full', 200, 12),
    one('got', 300, 3),
    one('same', 300, 0),
    one('far', 400, 0),
  ];
  const shown = shownCompared(reasoning('got', compared));
  expect(shown.got?.officeId).toBe('got');
  expect(shown.nearerFull.map(({ officeId }) => officeId)).toEqual(['full', 'also full']);
  expect(shown.nearest.map(({ officeId }) => officeId)).toEqual(['full', 'also full', 'got']);
  expect(shown.equallyNear).toBe(2);
});

test('who got the nearest of all sees nobody nearer', () => {
  const shown = shownCompared(reasoning('got', [one('got', 100, 9), one('far', 200, 10)]));
  expect(shown.nearerFull).toEqual([]);
  expect(shown.equallyNear).toBe(1);
});

test('who was full and as near as the one that was got was not nearer', () => {
  const shown = shownCompared(reasoning('got', [one('full', 300, 10), one('got', 300, 3)]));
  expect(shown.nearerFull).toEqual([]);
});

test('where the home is not known nobody is nearer, and who had room was in the same lot', () => {
  const compared = [one('full', null, 10), one('got', null, 3), one('other', null, 0)];
  const shown = shownCompared({ ...reasoning('got', compared), home: null });
  expect(shown.nearerFull).toEqual([]);
  expect(shown.equallyNear).toBe(2);
  expect(compared.map((each) => outcomeOf(each, shown.got))).toEqual(['full', 'got', 'lotOther']);
});

test('where the home is known, each is got, full, drawn from or farther away', () => {
  const compared = [one('full', 300, 10), one('got', 300, 3), one('same', 300, 0), one('far', 400, 0)];
  const { got } = shownCompared(reasoning('got', compared));
  expect(compared.map((each) => outcomeOf(each, got))).toEqual(['full', 'got', 'notDrawn', 'farther']);
});
