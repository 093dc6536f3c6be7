import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countRefusals, type Refused } from '#lib/server/gate/refusals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is turned away is told once a minute, by why, and what there is at the end', () => {
  const told: Refused[] = [];
  const { note, stop } = countRefusals((refused) => void told.push(refused));
  for (let times = 0; times < 1000; times += 1) note('forbiddenOrigin');
  note('limit:login');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([{ forbiddenOrigin: 1000, 'limit:login': 1 }]);
  vi.advanceTimersByTime(600_000);
  expect(told).toHaveLength(1);
  note('tooLarge');
  stop();
  expect(told[1]).toEqual({ tooLarge: 1 });
});
