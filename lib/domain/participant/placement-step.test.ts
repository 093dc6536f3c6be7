import { expect, test } from 'vitest';
import { placementStep } from '#lib/domain/participant/placement-step.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

test('a placement waits for its first day, then for a plan, and then follows it', () => {
  const from = plainDate('2026-05-18');
  expect(placementStep({ from, hasPlan: false }, plainDate('2026-05-17'))).toBe('start');
  expect(placementStep({ from, hasPlan: false }, from)).toBe('plan');
  expect(placementStep({ from, hasPlan: true }, from)).toBe('work');
  // A plan that was made early does not begin the service.
  expect(placementStep({ from, hasPlan: true }, plainDate('2026-05-17'))).toBe('start');
});
