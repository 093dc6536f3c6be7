import { describe, expect, it } from 'vitest';
import { isInSweden } from '#lib/domain/geography/sweden.ts';
import { findPlaces, placeInWords, PLACES } from '#lib/domain/provider-search/places.ts';

const found = (typed: string) => findPlaces(typed).map(placeInWords);

describe('a place that somebody types', () => {
  it('is found without regard to capitals and spaces, and by its beginning', () => {
    expect(found('  västerås ')).toEqual(['Västerås, Västmanlands län']);
    expect(found('VÄSTERÅS')).toEqual(found('Väster\u{0061}\u{030A}s'));
    expect(found('örnsk')).toEqual(['Örnsköldsvik, Västernorrlands län']);
  });

  it('is the one of that name before those that only begin so', () => {
    // Vi is a place; so are Visby and Vingåker.
    expect(found('Vi')).toEqual(['Vi, Västernorrlands län']);
  });

  it('is told from others of its name by the county, the most populous first', () => {
    const all = found('Forsbacka');
    expect(all.length).toBeGreaterThan(1);
    expect(findPlaces('Forsbacka')).toEqual(
      findPlaces('Forsbacka').toSorted((a, b) => b.population - a.population),
    );
    for (const words of all) expect(found(words)).toEqual([words]);
  });

  it.each(['', '  ', ',', ', Skåne län', 'Xyzby', '%', '('])('is none where it is none: %j', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('lies in Sweden, in a county that has a name', () => {
    expect(PLACES.filter((place) => !isInSweden(place) || place.county === '')).toEqual([]);
    expect(PLACES.length).toBeGreaterThan(800);
  });
});
