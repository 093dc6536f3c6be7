import { expect, test } from 'vitest';
import { pathFrom } from '#lib/shared/path-header.ts';

test('a page knows its own address, without what the framework adds to it', () => {
  expect(pathFrom('/participant/choose?near=1&_rsc=abc')).toBe('/participant/choose?near=1');
  expect(pathFrom('/participant?_rsc=abc')).toBe('/participant');
  expect(pathFrom(null)).toBe('/');
});
