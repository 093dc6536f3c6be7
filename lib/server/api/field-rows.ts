import type { JsonSchema } from '#lib/server/api/json-schemas.ts';
import type { OpenApiDocument } from '#lib/server/api/openapi-document.ts';

/** A field as it is read: its way from the top (`rows[].minutes`), its type in words, whether it has to be there. */
export type FieldRow = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
};

export type TypeWords = { readonly or: string; readonly list: string };

/** Fields deeper than this are left to the document for programs. */
const DEEPEST = 3;

/** The fields of a schema of the document, those of its parts below them. */
export function fieldRows(
  document: OpenApiDocument,
  schema: JsonSchema,
  words: TypeWords,
): readonly FieldRow[] {
  return rowsOf(document, schema, words, '', DEEPEST);
}

function rowsOf(
  document: OpenApiDocument,
  given: JsonSchema,
  words: TypeWords,
  way: string,
  depth: number,
): readonly FieldRow[] {
  const schema = followed(document, given);
  const items = objectOf(schema['items']);
  if (items !== null) return rowsOf(document, items, words, `${way}[]`, depth);
  const [first] = partsOf(schema);
  if (first !== undefined) return rowsOf(document, first, words, way, depth);
  const properties = Object.entries(objectOf(schema['properties']) ?? {});
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  if (depth === 0) return [];
  return properties.flatMap(([key, property]) => {
    const inner = followed(document, property as JsonSchema);
    const name = way === '' ? key : `${way}.${key}`;
    const row = {
      name,
      type: typeOf(document, inner, words),
      required: required.includes(key),
      description: typeof inner['description'] === 'string' ? inner['description'] : '',
    };
    return [row, ...rowsOf(document, inner, words, name, depth - 1)];
  });
}

/** The type in words: `text`, values to choose from, `list of object`. */
export function typeOf(document: OpenApiDocument, given: JsonSchema, words: TypeWords): string {
  const schema = followed(document, given);
  const parts = partsOf(schema);
  if (parts.length > 0) {
    return [...new Set(parts.map((part) => typeOf(document, part, words)))]
      .filter(Boolean)
      .join(` ${words.or} `);
  }
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(', ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  const items = objectOf(schema['items']);
  if (items !== null) return `${words.list} ${typeOf(document, items, words)}`;
  // `z.string().nullable()` is one schema of two types.
  const types = [schema['type']].flat().filter((word) => typeof word === 'string');
  return [types.join(` ${words.or} `), schema['format']].filter(Boolean).join(' ');
}

function partsOf(schema: JsonSchema): readonly JsonSchema[] {
  const parts = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(parts) ? parts : [];
}

function followed(document: OpenApiDocument, schema: JsonSchema): JsonSchema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  if (name === undefined) return schema;
  return { ...document.components['schemas']?.[name], ...schema, $ref: undefined };
}

function objectOf(value: unknown): JsonSchema | null {
  return value instanceof Object && !Array.isArray(value) ? (value as JsonSchema) : null;
}
