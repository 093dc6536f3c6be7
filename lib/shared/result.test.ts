import { expect, it } from 'vitest';
import { err, ok } from '#lib/shared/result.ts';

it('an outcome holds a value or an error, never both', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(err('late')).toEqual({ ok: false, error: 'late' });
});
