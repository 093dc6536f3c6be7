import { expect, test } from 'vitest';
import { sessionMoment } from '#components/frame/session-moment.ts';

const MINUTE = 60_000;

test('nothing is said until two minutes before the end', () => {
  expect(sessionMoment(0, 30 * MINUTE, 600 * MINUTE)).toBe('quiet');
  expect(sessionMoment(28 * MINUTE - 1, 30 * MINUTE, 600 * MINUTE)).toBe('quiet');
});

test('the last two minutes of idling can be kept', () => {
  expect(sessionMoment(28 * MINUTE, 30 * MINUTE, 600 * MINUTE)).toBe('idle');
  expect(sessionMoment(30 * MINUTE - 1, 30 * MINUTE, 600 * MINUTE)).toBe('idle');
});

test('the last two minutes of the whole session cannot, even where idling would end first', () => {
  expect(sessionMoment(598 * MINUTE, 620 * MINUTE, 600 * MINUTE)).toBe('absolute');
  expect(sessionMoment(598 * MINUTE, 599 * MINUTE, 600 * MINUTE)).toBe('absolute');
});

test('whichever end comes first ends it', () => {
  expect(sessionMoment(30 * MINUTE, 30 * MINUTE, 600 * MINUTE)).toBe('ended');
  expect(sessionMoment(600 * MINUTE, 620 * MINUTE, 600 * MINUTE)).toBe('ended');
});
