import fc from 'fast-check';
import { hostileJson } from '#lib/server/gate/testing/fuzz/hostile.ts';

/** One change: where (of all places, counted round), what is done there, and with which value. */
type Change = {
  readonly at: number;
  readonly act: 'replace' | 'remove' | 'add' | 'wrap';
  readonly value: unknown;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 10_000 }),
  act: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap'),
  value: hostileJson,
});

/** A value as it is, or nearly so: up to three changes at random places. */
export function nearly(base: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(base, fc.oneof(fc.constant<Change[]>([]), fc.array(change, { minLength: 1, maxLength: 3 })))
    .map(([value, changes]) => changes.reduce((changed, one) => applied(changed, one), value));
}

type Path = readonly (string | number)[];

function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
}

function applied(value: unknown, { at, act, value: hostile }: Change): unknown {
  const places = [...placesIn(value)];
  return edited(value, places[at % places.length] ?? [], (found) => {
    switch (act) {
      case 'replace':
        return hostile;
      case 'remove':
        return undefined;
      case 'wrap':
        return [found];
      case 'add':
        return typeof found === 'object' && found !== null && !Array.isArray(found)
          ? { ...found, unknown: hostile }
          : hostile;
    }
  });
}

function edited(value: unknown, [step, ...rest]: Path, edit: (found: unknown) => unknown): unknown {
  if (step === undefined) return edit(value);
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === String(step) ? edited(inner, rest, edit) : inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === step ? edited(inner, rest, edit) : inner]),
  );
}
