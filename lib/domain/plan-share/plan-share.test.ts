import { describe, expect, test } from 'vitest';
import { expiryOf, refuseClosing, refuseSharing, shareState } from '#lib/domain/plan-share/plan-share.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const share = {
  closedAt: null,
  expiresAt: '2026-05-19T08:00:00.000Z',
  placementEndsOn: plainDate('2026-06-01'),
};

describe('a link to a plan', () => {
  test.each([
    ['works to its last moment', {}, '2026-05-19T07:59:59.999Z', 'open'],
    ['is over from then on', {}, '2026-05-19T08:00:00.000Z', 'expired'],
    [
      'is over with the placement, from its first day after',
      { placementEndsOn: plainDate('2026-05-12') },
      '2026-05-11T22:00:00Z',
      'ended',
    ],
    [
      'works on the last day of the placement',
      { placementEndsOn: plainDate('2026-05-12') },
      '2026-05-11T21:59:59Z',
      'open',
    ],
    ['is closed whatever else', { closedAt: '2026-05-12T08:00:00Z' }, '2026-07-01T08:00:00Z', 'closed'],
  ] as const)('%s', (_, change, now, state) => {
    expect(shareState({ ...share, ...change }, new Date(now))).toBe(state);
  });

  test('lasts one, seven or thirty times 24 hours', () => {
    const now = new Date('2026-05-12T08:00:00Z');
    expect([1, 7, 30].map((days) => expiryOf(now, days as 1 | 7 | 30).toISOString())).toEqual([
      '2026-05-13T08:00:00.000Z',
      '2026-05-19T08:00:00.000Z',
      '2026-06-11T08:00:00.000Z',
    ]);
  });

  const placement = { endsOn: plainDate('2026-06-01'), protected: false, open: 9 };
  test.each([
    ['nothing is against it', {}, undefined],
    ['ten stand', { open: 10 }, 'tooManyShares'],
    ['the placement is over', { endsOn: plainDate('2026-05-12') }, 'placementOver'],
    ['the identity is protected', { protected: true }, 'protectedShare'],
  ])('is made unless it is refused: %s', (_, change, code) => {
    expect(refuseSharing({ ...placement, ...change }, plainDate('2026-05-12'))?.code).toBe(code);
  });

  test('is closed once', () => {
    expect(refuseClosing({ closedAt: null })).toBeNull();
    expect(refuseClosing({ closedAt: '2026-05-12T08:00:00Z' })?.code).toBe('shareClosed');
  });
});
