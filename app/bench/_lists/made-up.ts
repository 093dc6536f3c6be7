import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** Most rows that a page of constants shows. */
export const MOST_ROWS = 200;

const GIVEN = [
  'Astrid',
  'Mohammed',
  'Linnea',
  'Yusuf',
  'Karin',
  'Bengt-Åke',
  'Selam',
  'Oleksandra',
  'Per',
  'Ingegerd',
];
const FAMILY = ['Lindqvist', 'Al-Hamdani', 'Björk', 'Tesfaye', 'Nyström', 'Åkesson', 'Kovalenko'];
const PROVIDERS = [
  'Tallmo Arbetsliv AB',
  'Björkängen Jobb och Utbildning AB',
  'Nästa Kliv Karriär AB',
  'Mälarsteg AB',
];
const PLACES = ['Umeå', 'Västerås', 'Karlskrona', 'Köping', 'Ronneby'];

/** The element that falls to a row. */
export function pick<Item>(from: readonly [Item, ...Item[]], index: number): Item {
  return from[index % from.length] ?? from[0];
}

function part(from: readonly string[], index: number): string {
  return from[index % from.length] ?? '';
}

/** Rows made up once, when the page is first asked for: `make` gets their number. */
export function madeUp<Row>(make: (index: number) => Row): readonly Row[] {
  return Array.from({ length: MOST_ROWS }, (_, index) => make(index));
}

export const nameOf = (index: number): string => `${part(GIVEN, index)} ${part(FAMILY, index)}`;
export const providerOf = (index: number): string => part(PROVIDERS, index);
export const placeOf = (index: number): string => part(PLACES, index);
export const officeOf = (index: number): string =>
  `${placeOf(index)} ${part(['City', 'Öst', 'Centrum'], index)}`;
export const streetOf = (index: number): string => `Storgatan ${1 + (index % 90)}`;
export const referenceOf = (index: number): string => String(300_000_000 + index * 7919);
export const idOf = (index: number): string =>
  `00000000-0000-7000-8000-${String(100_000_000_000 + index * 7919)}`;
export const dayOf = (index: number): PlainDate =>
  plainDate(`2026-${String(1 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`);
export const TODAY = plainDate('2026-11-12');
