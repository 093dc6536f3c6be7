import { describe, expect, it } from 'vitest';
import { measuringWindow, preliminaryFrom } from '#lib/domain/rating/measuring-window.ts';
import {
  type MeasuredContract,
  noRatingBecause,
  rateContracts,
  sureness,
} from '#lib/domain/rating/rating.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-12');

/** So many of level B, of whom so many reached the first and the second result. */
function contract(
  participants: number,
  first: number,
  second: number,
  from = '2020-01-01',
): MeasuredContract {
  const level = (count: number) => ({ A: 0n, B: BigInt(count), C: 0n });
  return {
    participants: level(participants),
    firstResults: level(first),
    secondResults: level(second),
    from: plainDate(from),
    preliminary: 3,
  };
}

describe('the measuring window', () => {
  it('is the 24 whole months that ended six months before this one', () => {
    expect(measuringWindow(today)).toEqual({ from: '2023-11-01', to: '2025-11-01' });
    expect(measuringWindow(plainDate('2026-05-31'))).toEqual(measuringWindow(plainDate('2026-05-01')));
  });

  it('holds results that can still change: of those who began in the last 18 months', () => {
    expect(preliminaryFrom(today)).toBe('2024-11-12');
  });
});

describe('a rating', () => {
  it('needs 12 months of contract and 18 starters, to the day and the person', () => {
    expect(noRatingBecause(plainDate('2025-05-12'), 18, today)).toBeNull();
    expect(noRatingBecause(plainDate('2025-05-13'), 18, today)).toBe('contractTooNew');
    expect(noRatingBecause(plainDate('2025-05-12'), 17, today)).toBe('tooFewStarters');
  });

  it('compares those that can be rated with each other alone', () => {
    const ratings = rateContracts(
      [contract(40, 20, 10), contract(17, 17, 17), contract(20, 2, 1), contract(30, 30, 30, '2026-01-01')],
      today,
    );
    // 30 results of 80 possible against 3 of 40: the second of two is above 86 per cent, the first at 50.
    expect(ratings).toMatchObject([
      { kind: 'rated', stars: 4, betterThanTenths: 10, participants: 40, reached: 20, preliminary: 3 },
      { kind: 'none', because: 'tooFewStarters' },
      { kind: 'rated', stars: 2, betterThanTenths: 0, participants: 20, reached: 2 },
      { kind: 'none', because: 'contractTooNew' },
    ]);
  });

  it('says between how many of ten it can be, surer the more it builds on', () => {
    const others = Array.from({ length: 100 }, (_, nth) => contract(100, nth, nth));
    const width = (participants: number) => {
      const half = contract(participants, participants / 2, participants / 2);
      const [rating] = rateContracts([half, ...others], today);
      return rating?.kind === 'rated' ? [rating.low, rating.betterThanTenths, rating.high] : null;
    };
    // Wilson at one half: 29.9–70.1 of a hundred with 20, 40.4–59.6 with 100, 46.9–53.1 with 1 000.
    expect([20, 100, 1000].map(width)).toEqual([
      [3, 5, 7],
      [4, 5, 6],
      [4, 5, 5],
    ]);
  });

  it('is as sure as its interval is narrow', () => {
    expect([
      sureness({ low: 4, high: 6 }),
      sureness({ low: 4, high: 9 }),
      sureness({ low: 2, high: 8 }),
    ]).toEqual(['sure', 'unsure', 'veryUnsure']);
  });

  it('is not there where there is nobody to compare with', () => {
    expect(rateContracts([contract(40, 20, 10)], today)).toEqual([{ kind: 'none', because: 'notMeasured' }]);
  });

  it('is not there where nobody began', () => {
    expect(rateContracts([contract(0, 0, 0)], today)).toEqual([{ kind: 'none', because: 'tooFewStarters' }]);
    expect(rateContracts([], today)).toEqual([]);
  });
});
