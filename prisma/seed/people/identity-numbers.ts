import { withCheckDigit } from '#lib/domain/placement/identity-number.ts';
import { isoDate } from '#lib/shared/plain-date.ts';

/**
 * Identity numbers that belong to nobody: those of the tax authority's test series end in 2380–2399, two for each day of
 * birth. Women have an even third digit (238), men an odd (239).
 */
export function testIdentityNumber(year: number, month: number, day: number, sex: 'F' | 'M'): string {
  const date = isoDate(year, month, day).replaceAll('-', '');
  return `${date.slice(0, 2)}${withCheckDigit(`${date.slice(2)}${sex === 'F' ? '238' : '239'}`)}`;
}
