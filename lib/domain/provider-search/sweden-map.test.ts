import { describe, expect, it } from 'vitest';
import { findPlaces, PLACES } from '#lib/domain/provider-search/places.ts';
import { dotRadius, MAP_HEIGHT, MAP_WIDTH, onMap } from '#lib/domain/provider-search/sweden-map.ts';

function pointOf(name: string) {
  const [place] = findPlaces(name);
  if (place === undefined) throw new Error(`${name} is not among the places`);
  return onMap(place);
}

describe('the map of Sweden', () => {
  it('has every place within its edges', () => {
    const outside = PLACES.map((place) => onMap(place)).filter(
      ({ x, y }) => x < 0 || y < 0 || x > MAP_WIDTH || y > MAP_HEIGHT,
    );
    expect(outside).toEqual([]);
  });

  it('has north above south and east to the right of west', () => {
    expect(pointOf('Kiruna').y).toBeLessThan(pointOf('Malmö').y);
    expect(pointOf('Stockholm').x).toBeGreaterThan(pointOf('Göteborg').x);
  });

  it('is as wide as it is: Göteborg–Stockholm is 0.78 of Malmö–Stockholm', () => {
    const between = (a: string, b: string) =>
      Math.hypot(pointOf(a).x - pointOf(b).x, pointOf(a).y - pointOf(b).y);
    // Great circles: 397 and 513 kilometres.
    expect(between('Göteborg', 'Stockholm') / between('Malmö', 'Stockholm')).toBeCloseTo(0.78, 1);
  });

  it('has larger dots for more, never too large', () => {
    expect([dotRadius(1), dotRadius(16), dotRadius(10_000)]).toEqual([9.6, 17.4, 26]);
  });
});
