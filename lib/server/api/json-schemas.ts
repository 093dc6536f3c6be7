import { z } from 'zod';
import type { ApiWords } from '#lib/server/api/api-words.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';

export function refTo(name: string): JsonSchema {
  return { $ref: `${REFERENCE}${name}` };
}

/**
 * JSON Schema (2020-12, as OpenAPI 3.1 has it) of what the API takes (`input`) or gives (`output`), every description in words.
 * What it gives may get more fields without a new version: a reader leaves aside what it does not know.
 */
export function componentSchemas(
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
  words: ApiWords,
): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `${REFERENCE}${id}`,
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (typeof jsonSchema.description === 'string')
        jsonSchema.description = words.field(jsonSchema.description);
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, whole]) => {
      const { $schema: _, $id: __, ...schema } = whole;
      return [id, schema];
    }),
  );
}

/** The schema of each field of an address, by name, and whether it has to be given. */
export function addressFields(
  address: z.ZodObject,
  words: ApiWords,
): readonly { readonly name: string; readonly schema: JsonSchema; readonly required: boolean }[] {
  return Object.entries(address.shape).map(([name, field]) => {
    const { Field: schema = {} } = componentSchemas({ Field: field as z.ZodType }, 'input', words);
    return { name, schema, required: !(field as z.ZodType).safeParse(undefined).success };
  });
}
