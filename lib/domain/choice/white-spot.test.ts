import { expect, test } from 'vitest';
import { farFromAll, whiteSpotKind } from '#lib/domain/choice/white-spot.ts';

const HOME = { lat: 66.6, lon: 19.8 };
// 0,4° of latitude is 44 km, 0,5° is 56 km.
const NEAR = { lat: 67, lon: 19.8 };
const FAR = { lat: 67.1, lon: 19.8 };

test('nobody to choose is a white spot, whether the home is known or not', () => {
  expect(whiteSpotKind(HOME, [])).toBe('nobody');
  expect(whiteSpotKind(null, [])).toBe('nobody');
});

test('nobody within 50 kilometres is a white spot where help at a distance is what is left', () => {
  expect(whiteSpotKind(HOME, [FAR])).toBe('far');
  expect(whiteSpotKind(HOME, [FAR, NEAR])).toBe(null);
});

test('who lives we do not know where is on none, while anybody can be chosen', () => {
  expect(whiteSpotKind(null, [FAR])).toBe(null);
});

test('where all are far away, those who help at a distance are counted by contract', () => {
  const at = (contractId: string, metres: number | null, ...forms: ('onSite' | 'video' | 'phone')[]) => ({
    contractId,
    metres,
    forms,
  });
  const open = [at('a', 60_000, 'onSite'), at('b', 70_000, 'video', 'phone'), at('b', 80_000, 'phone')];
  expect(farFromAll(open)).toEqual({ atDistance: 1, metres: 60_000 });
  expect(farFromAll([...open, at('c', 50_000, 'onSite')])).toBe(null);
  expect(farFromAll([at('a', null, 'onSite')])).toBe(null);
  expect(farFromAll([])).toBe(null);
});
