import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideRounded,
  formatKronor,
  multiplyPermille,
  type Ore,
  OreOutOfRangeError,
  ore,
  roundToKrona,
  sumOre,
} from '#lib/shared/money.ts';

const amounts = fc.maxSafeInteger().map(ore);
const NBSP = '\u00A0';

const attempt = (list: readonly Ore[]): string => {
  try {
    return String(sumOre(list));
  } catch (error) {
    return error instanceof OreOutOfRangeError ? error.name : 'other';
  }
};

describe('an amount in öre', () => {
  it('is a whole number that is held exactly', () => {
    for (const bad of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(() => ore(bad)).toThrow(OreOutOfRangeError);
    expect(Object.is(ore(-0), 0)).toBe(true);
  });

  it('is summed exactly, whatever lies on the way', () => {
    const huge = ore(Number.MAX_SAFE_INTEGER);
    expect(sumOre([])).toBe(0);
    expect(sumOre([huge, huge, ore(-Number.MAX_SAFE_INTEGER)])).toBe(huge);
    expect(() => sumOre([huge, ore(1)])).toThrow(OreOutOfRangeError);
  });

  it('is summed exactly, or not at all', () => {
    const limit = BigInt(Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 6 }), (list) => {
        const exact = list.reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(attempt(list)).toBe(exact <= limit && exact >= -limit ? String(exact) : 'OreOutOfRangeError');
      }),
    );
  });

  it('times per mille rounds halves away from zero', () => {
    expect(multiplyPermille(ore(3_000_001), 500)).toBe(1_500_001); // 1 500 000.5
    expect(multiplyPermille(ore(-3_000_001), 500)).toBe(-1_500_001);
    expect(multiplyPermille(ore(1), 499)).toBe(0);
    expect(Object.is(multiplyPermille(ore(-1), 499), 0)).toBe(true);
  });

  it('times per mille is never more than half an öre from the exact product', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1000 }), (amount, permille) => {
        const error = BigInt(multiplyPermille(amount, permille)) * 1000n - BigInt(amount) * BigInt(permille);
        // A half goes away from zero: upwards for what is owed, downwards for what is taken back.
        const [least, most] = amount > 0 ? [-499n, 500n] : [-500n, 499n];
        expect(error >= least && error <= most).toBe(true);
      }),
    );
  });

  it('rounds to whole kronor, halves away from zero', () => {
    const cases: readonly [number, number][] = [
      [12_650, 12_700],
      [12_649, 12_600],
      [-12_650, -12_700],
      [50, 100],
      [49, 0],
    ];
    for (const [from, to] of cases) expect(roundToKrona(ore(from))).toBe(to);
  });

  it('a quotient is rounded to the nearest, halves away from zero', () => {
    expect([divideRounded(5n, 2n), divideRounded(-5n, 2n), divideRounded(4n, 3n)]).toEqual([3n, -3n, 1n]);
  });
});

const shown = (amount: number, ...rest: [locale?: string, options?: { showOre: boolean }]): string =>
  formatKronor(ore(amount), ...rest).replaceAll(NBSP, '_');

describe('an amount as people read it', () => {
  it('has its thousands apart, unbreakable', () => {
    expect(shown(1_265_000)).toBe('12_650_kr');
    expect(shown(123_456_700)).toBe('1_234_567_kr');
    expect(shown(99_900)).toBe('999_kr');
    expect(shown(0)).toBe('0_kr');
  });

  it('shows öre where there are any, or when asked', () => {
    expect(shown(6_550)).toBe('65,50_kr');
    expect(shown(6_505)).toBe('65,05_kr');
    expect(shown(6_500, 'sv', { showOre: true })).toBe('65,00_kr');
  });

  it('has a real minus sign', () => {
    expect(shown(-2_476_500)).toBe('\u221224_765_kr');
    expect(shown(-50)).toBe('\u22120,50_kr');
  });

  it('follows English habits in English', () => {
    expect(shown(1_265_050, 'en')).toBe('12,650.50_kr');
  });

  it('can be read back to the same amount', () => {
    fc.assert(
      fc.property(amounts, (given) => {
        const text = formatKronor(given, 'sv', { showOre: true }).replaceAll(NBSP, '').replace('kr', '');
        expect(BigInt(text.replace(',', '').replace('\u2212', '-'))).toBe(BigInt(given));
      }),
    );
  });
});
