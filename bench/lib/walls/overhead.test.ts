import { expect, test } from 'vitest';
import { overheadOf } from '#bench/lib/walls/overhead.ts';

test('what row-level security costs is the middle with it over the middle without it', () => {
  expect(overheadOf('/review', [11, 12, 40], [10, 10, 30])).toEqual({
    page: '/review',
    withRowsMs: 12,
    withoutRowsMs: 10,
    percent: 20,
  });
});
