import type { Coordinates } from '#lib/domain/choice/distance.ts';
import rows from '#lib/domain/provider-search/places-se.json' with { type: 'json' };

/** A Swedish place by name. Coordinates and population: GeoNames, CC BY 4.0. */
export type Place = Coordinates & {
  readonly name: string;
  readonly county: string;
  readonly population: number;
};

/** The counties by GeoNames' codes of regions. */
const COUNTIES: Readonly<Record<string, string>> = {
  '02': 'Blekinge län',
  '03': 'Gävleborgs län',
  '05': 'Gotlands län',
  '06': 'Hallands län',
  '07': 'Jämtlands län',
  '08': 'Jönköpings län',
  '09': 'Kalmar län',
  '10': 'Dalarnas län',
  '12': 'Kronobergs län',
  '14': 'Norrbottens län',
  '15': 'Örebro län',
  '16': 'Östergötlands län',
  '18': 'Södermanlands län',
  '21': 'Uppsala län',
  '22': 'Värmlands län',
  '23': 'Västerbottens län',
  '24': 'Västernorrlands län',
  '25': 'Västmanlands län',
  '26': 'Stockholms län',
  '27': 'Skåne län',
  '28': 'Västra Götalands län',
};

/** Every place, the most populous first; of two with one name in one county the larger. */
export const PLACES: readonly Place[] = oneEach(
  rows
    .map(([name, region, lat, lon, population]) => ({
      name: String(name),
      county: COUNTIES[String(region)] ?? '',
      lat: Number(lat),
      lon: Number(lon),
      population: Number(population),
    }))
    .toSorted((a, b) => b.population - a.population),
);

function oneEach(places: readonly Place[]): readonly Place[] {
  const known = new Set<string>();
  return places.filter(({ name, county }) => {
    const key = `${folded(name)}, ${folded(county)}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** As people type: without regard to capitals, hyphens, accents that Swedish does not tell apart, and spaces around. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replaceAll(/[éè]/g, 'e')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

/** What tells a place from others of its name. */
export function placeInWords({ name, county }: Place): string {
  return `${name}, ${county}`;
}

/**
 * The places that somebody who typed this can mean, the likeliest first: those of that name (`Hestra`, `Hestra, Jönköpings
 * län`), else those that begin so. The most populous of equals is first. Nothing typed is no place.
 */
export function findPlaces(typed: string): readonly Place[] {
  const [name = '', county = ''] = folded(typed)
    .split(',')
    .map((part) => part.trim());
  if (name === '') return [];
  const there = PLACES.filter((place) => folded(place.county).startsWith(county));
  const named = there.filter((place) => folded(place.name) === name);
  return named.length > 0 ? named : there.filter((place) => folded(place.name).startsWith(name));
}
