import fc from 'fast-check';
import { hostileJson } from '#lib/server/gate/testing/fuzz/hostile.ts';

type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema is an object, or says nothing
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Values that fit a JSON schema (with its references in place), as far as it says; identifiers are taken from `ids`. */
export function fromSchema(given: unknown, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const schema = asObject(given);
  if ('const' in schema) return fc.constant(schema['const']);
  const choices = asList(schema['enum']);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const unions = [...asList(schema['anyOf']), ...asList(schema['oneOf'])];
  if (unions.length > 0) return fc.oneof(...unions.map((one) => fromSchema(one, ids, depth)));
  if (depth > 6) return fc.constant(null);
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, ids, depth);
    case 'array': {
      const least = Math.min(Number(schema['minItems'] ?? 0), 5);
      return fc.array(fromSchema(schema['items'], ids, depth + 1), {
        minLength: least,
        maxLength: Math.max(least, 3),
      });
    }
    case 'string':
      return textOf(schema, ids);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return hostileJson;
  }
}

function objectOf(schema: Json, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(asObject(schema['properties']));
  const required = new Set(asList(schema['required']));
  return fc.record(
    Object.fromEntries(fields.map(([name, field]) => [name, fromSchema(field, ids, depth + 1)])),
    {
      requiredKeys: fields.map(([name]) => name).filter((name) => required.has(name)),
    },
  );
}

function numberOf(schema: Json): fc.Arbitrary<number> {
  const least = Math.max(Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? -1000), -1e9);
  const most = Math.min(Number(schema['maximum'] ?? 100_000), 1e9);
  return fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.floor(most)) });
}

const DAYS = ['2026-01-01', '2026-03-31', '2025-12-24', '2027-06-30'];

function textOf(schema: Json, ids: readonly string[]): fc.Arbitrary<string> {
  const pattern = schema['pattern'];
  if (schema['format'] === 'uuid')
    return ids.length === 0 ? fc.uuid() : fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema['format'] === 'date') return fc.constantFrom(...DAYS);
  if (schema['format'] === 'email') return fc.constantFrom('anna@example.se', 'b.c+d@example.org');
  const months = DAYS.map((day) => day.slice(0, 7));
  if (typeof pattern === 'string') {
    const known = [...DAYS, ...months, ...ids].filter((text) => new RegExp(pattern).test(text));
    if (known.length > 0) return fc.constantFrom(...known);
    try {
      return fc.stringMatching(new RegExp(pattern));
    } catch {
      // Some patterns (lookbehind and the like) cannot be generated from.
      return fc.string({ maxLength: 20 });
    }
  }
  const most = Math.min(Number(schema['maxLength'] ?? 40), 40);
  const least = Math.min(Number(schema['minLength'] ?? 0), most);
  return fc.oneof(
    fc.constantFrom(...DAYS, ...months, 'Några ord', '60', ...ids.slice(0, 20)),
    fc.string({ minLength: least, maxLength: most }),
  );
}
