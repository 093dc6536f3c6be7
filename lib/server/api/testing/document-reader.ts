import { z } from 'zod';
import type { OpenApiDocument } from '#lib/server/api/openapi-document.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a reference (`#/components/…`) in the document leads to; throws where it leads nowhere. */
export function resolve(document: OpenApiDocument, reference: string): unknown {
  if (!reference.startsWith('#/')) throw new Error(`A reference out of the document: ${reference}`);
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => {
      const next: unknown = at instanceof Object ? Reflect.get(at, step.replaceAll('~1', '/')) : undefined;
      if (next === undefined) throw new Error(`A reference that leads nowhere: ${reference}`);
      return next;
    }, document);
}

/** A schema of the document with what it refers to in its place. */
export function inlined(document: OpenApiDocument, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inlined(document, part));
  if (!(schema instanceof Object)) return schema;
  const { $ref, ...rest } = schema as Json;
  const own = Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, inlined(document, part)]));
  return typeof $ref === 'string' ? { ...(inlined(document, resolve(document, $ref)) as Json), ...own } : own;
}

/** A reader of values made from a schema as the document has it, and from nothing else. */
export function readerOf(document: OpenApiDocument, schema: unknown): z.ZodType {
  return z.fromJSONSchema(inlined(document, schema) as z.core.JSONSchema.JSONSchema);
}

/** Every object in the document with the way to it. */
export function* objectsIn(
  at: unknown,
  path: readonly string[] = [],
): Generator<readonly [readonly string[], Json]> {
  if (!(at instanceof Object)) return;
  if (!Array.isArray(at)) yield [path, at as Json];
  for (const [key, inner] of Object.entries(at)) yield* objectsIn(inner, [...path, key]);
}
