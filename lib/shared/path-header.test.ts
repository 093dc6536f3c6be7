import { expect, test } from 'vitest';
import { pathFrom, showsOnce } from '#lib/shared/path-header.ts';

test('a page knows its own address, without what the framework adds to it', () => {
  expect(pathFrom('/participant/choose?near=1&_rsc=abc')).toBe('/participant/choose?near=1');
  expect(pathFrom('/participant?_rsc=abc')).toBe('/participant');
  expect(pathFrom(null)).toBe('/');
});

test('a page that shows a secret once is known by its address', () => {
  expect(showsOnce('/participant/plan/share?reveal=0196')).toBe(true);
  expect([showsOnce('/participant/plan/share?closed=1'), showsOnce(null)]).toEqual([false, false]);
});
