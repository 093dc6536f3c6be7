import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { RETRY, retryPause } from '#lib/domain/webhook/retry.ts';

const middle = Array.from({ length: RETRY.mostAttempts }, (_, index) => retryPause(index + 1, 0.5));

it('pauses double from a minute to six hours, and end after about three days', () => {
  expect(middle.slice(0, 4)).toEqual([60, 120, 240, 480]);
  expect(middle.at(-2)).toBe(6 * 3600);
  expect(middle.at(-1)).toBeNull();
  const days = middle.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 86_400;
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
});

it('a pause lies within its jitter, and chance moves it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: RETRY.mostAttempts - 1 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, chance) => {
        const usual = middle[attempts - 1] ?? 0;
        const pause = retryPause(attempts, chance) ?? Number.NaN;
        expect(pause).toBeGreaterThanOrEqual(Math.floor(usual * (1 - RETRY.jitter)));
        expect(pause).toBeLessThanOrEqual(Math.ceil(usual * (1 + RETRY.jitter)));
      },
    ),
  );
  expect(retryPause(3, 0)).toBeLessThan(retryPause(3, 0.9) ?? 0);
});
