import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coordinates, metresBetween } from '#lib/domain/choice/distance.ts';

const places: fc.Arbitrary<Coordinates> = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const SEED = 20_260_101;

describe('the distance from home', () => {
  it('is along the surface: a degree of latitude is 111 195 metres', () => {
    // 6 371 000 × π ÷ 180 = 111 194.93
    expect(metresBetween({ lat: 59, lon: 16 }, { lat: 60, lon: 16 })).toBe(111_195);
    // At 60° north a degree of longitude is half as long; the great circle is a little shorter than the parallel.
    expect(metresBetween({ lat: 60, lon: 16 }, { lat: 60, lon: 17 })).toBe(55_597);
  });

  it('is nothing to where one is, and half the circumference to the other side', () => {
    expect(metresBetween({ lat: 59.61, lon: 16.52 }, { lat: 59.61, lon: 16.52 })).toBe(0);
    // 6 371 000 × π = 20 015 086.8
    expect(metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBe(20_015_087);
    expect(metresBetween({ lat: 90, lon: 0 }, { lat: -90, lon: 45 })).toBe(20_015_087);
  });

  it('is whole metres, the same both ways, and never more than half way round', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const metres = metresBetween(a, b);
        expect(Number.isInteger(metres) && metres >= 0 && metres <= 20_015_087).toBe(true);
        expect(metresBetween(b, a)).toBe(metres);
      }),
      { seed: SEED },
    );
  });
});
