import { expect, test } from 'vitest';
import { settleExtent } from '#lib/domain/wanted-extent/wanted-extent.ts';

const REASON = 'Deltagaren orkar halvtid.';

test('a wanted extent is set once its kronor have been seen', () => {
  expect(settleExtent({ percent: '50', reason: REASON, confirmed: '' }, 100)).toMatchObject({
    error: { code: 'confirmWantedExtent' },
  });
  expect(settleExtent({ percent: '50', reason: REASON, confirmed: '75' }, 100)).toMatchObject({ ok: false });
  expect(settleExtent({ percent: '50', reason: REASON, confirmed: '50' }, 100)).toEqual({
    ok: true,
    value: { percent: 50, reason: REASON },
  });
});

test.each([
  ['0', REASON, ['/percent']],
  ['101', REASON, ['/percent']],
  ['50,5', REASON, ['/percent']],
  ['100', REASON, ['/percent']],
  ['', '', ['/percent', '/reason']],
])('%j with the reason %j is not set', (percent, reason, pointers) => {
  const settled = settleExtent({ percent, reason, confirmed: percent }, 100);
  expect(settled.ok ? [] : settled.error.errors.map(({ pointer }) => pointer)).toEqual(pointers);
});
