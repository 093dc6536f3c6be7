import type { Coordinates } from '#lib/domain/choice/distance.ts';
import { PLACES } from '#lib/domain/provider-search/places.ts';

/** A point of the map, in its own units. */
export type Point = { readonly x: number; readonly y: number };

export const MAP_WIDTH = 492;
export const MAP_HEIGHT = 1000;

const WEST = 10.6;
const NORTH = 68.3;
const SOUTH = 55.1;
/** Degrees of longitude are shorter than those of latitude by the cosine of the latitude: here of the country's middle. */
const NARROWER = Math.cos((62.2 * Math.PI) / 180);
const UNITS = MAP_HEIGHT / (NORTH - SOUTH);

/** Where a place stands on the map (equirectangular, true in the middle of the country), rounded to a tenth of a unit. */
export function onMap({ lat, lon }: Coordinates): Point {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { x: round((lon - WEST) * NARROWER * UNITS), y: round((NORTH - lat) * UNITS) };
}

/** All places as the dots of one path: where people live has the shape of the country. */
export const COUNTRY_PATH: string = PLACES.map((place) => {
  const { x, y } = onMap(place);
  return `M${x} ${y}h0`;
}).join('');

/** The radius of a dot whose surface grows with a number, in units; at least what a finger finds. */
export function dotRadius(count: number): number {
  return Math.round(Math.min(26, 7 + 2.6 * Math.sqrt(Math.max(0, count))) * 10) / 10;
}
