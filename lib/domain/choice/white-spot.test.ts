import { expect, test } from 'vitest';
import { farFromAll, reachMetres, whiteSpotKind } from '#lib/domain/choice/white-spot.ts';
import { TERMS_SINCE_CHOICE } from '#lib/domain/terms/terms.ts';

const REACH = reachMetres(TERMS_SINCE_CHOICE);
const HOME = { lat: 66.6, lon: 19.8 };
// 0,4° of latitude is 44 km, 0,5° is 56 km.
const NEAR = { lat: 67, lon: 19.8 };
const FAR = { lat: 67.1, lon: 19.8 };

test('nobody to choose is a white spot, whether the home is known or not', () => {
  expect(whiteSpotKind(HOME, [], REACH)).toBe('nobody');
  expect(whiteSpotKind(null, [], REACH)).toBe('nobody');
});

test('nobody within 50 kilometres is a white spot where help at a distance is what is left', () => {
  expect(whiteSpotKind(HOME, [FAR], REACH)).toBe('far');
  expect(whiteSpotKind(HOME, [FAR, NEAR], REACH)).toBe(null);
});

test('who lives we do not know where is on none, while anybody can be chosen', () => {
  expect(whiteSpotKind(null, [FAR], REACH)).toBe(null);
});

test('where all are far away, those who help at a distance are counted by contract', () => {
  const at = (contractId: string, metres: number | null, ...forms: ('onSite' | 'video' | 'phone')[]) => ({
    contractId,
    metres,
    forms,
  });
  const open = [at('a', 60_000, 'onSite'), at('b', 70_000, 'video', 'phone'), at('b', 80_000, 'phone')];
  expect(farFromAll(open, REACH)).toEqual({ atDistance: 1, metres: 60_000 });
  expect(farFromAll([...open, at('c', 50_000, 'onSite')], REACH)).toBe(null);
  expect(farFromAll([at('a', null, 'onSite')], REACH)).toBe(null);
  expect(farFromAll([], REACH)).toBe(null);
});

test('how far that is, the terms say', () => {
  expect(whiteSpotKind(HOME, [FAR], reachMetres({ reachKilometres: 1000 }))).toBe(null);
  expect(whiteSpotKind(HOME, [NEAR], 0)).toBe('far');
});
