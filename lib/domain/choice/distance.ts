/** A place on earth, in degrees: latitude −90 to 90, longitude −180 to 180. */
export type Coordinates = { readonly lat: number; readonly lon: number };

/** Mean radius of the earth in metres. */
const EARTH_RADIUS = 6_371_000;

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/**
 * Great-circle distance in whole metres (haversine), rounded to the nearest; the same both ways. Whole metres are what
 * "nearest" is decided by, so that two premises in one house are equally near (choice, section 1).
 */
export function metresBetween(a: Coordinates, b: Coordinates): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon ** 2;
  // Rounding may lift antipodes a hair above 1, where asin has no answer.
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, chord))));
}
