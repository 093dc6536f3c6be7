import { describe, expect, it } from 'vitest';
import { isInSweden } from '#lib/domain/geography/sweden.ts';

describe('a place in Sweden', () => {
  it('lies between Smygehuk and Treriksröset, Koster and Haparanda', () => {
    const inside = [
      { lat: 55.337, lon: 13.359 },
      { lat: 69.06, lon: 20.548 },
      { lat: 58.9, lon: 11.0 },
      { lat: 65.84, lon: 24.16 },
    ];
    expect(inside.every(isInSweden)).toBe(true);
  });

  it('is neither in Berlin nor with latitude and longitude changed about', () => {
    expect(isInSweden({ lat: 52.5, lon: 13.4 })).toBe(false);
    expect(isInSweden({ lat: 18.069, lon: 59.329 })).toBe(false);
    expect(isInSweden({ lat: 0, lon: 0 })).toBe(false);
    expect(isInSweden({ lat: Number.NaN, lon: 18 })).toBe(false);
  });
});
