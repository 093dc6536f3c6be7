import { expect, test } from 'vitest';
import { whiteSpotKind } from '#lib/domain/choice/white-spot.ts';

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
