import { expect, test } from 'vitest';
import { restartPause } from '#scripts/start/restart-pause.ts';

test('a part is brought back at once, one that keeps failing ever more seldom, never later than after five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1000].map(restartPause)).toEqual([
    250, 500, 1000, 2000, 4000, 5000, 5000, 5000,
  ]);
});
