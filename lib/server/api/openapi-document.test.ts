import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { API_OPERATIONS, needsToken } from '#lib/schemas/api/operations.ts';
import { openApiDocument } from '#lib/server/api/openapi-document.ts';
import { objectsIn, readerOf, resolve } from '#lib/server/api/testing/document-reader.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const document = openApiDocument('https://portal.example', 'sv');
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** The methods that route handlers on disk answer to, by address. */
function routesOnDisk(): readonly string[] {
  const files = [...globSync('app/api/v1/**/route.ts'), 'app/api/oauth/token/route.ts'];
  return files.flatMap((file) => {
    const path = file
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\[(\w+)\]/g, '{$1}');
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(/^export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
      ([, method = '']) => `${method.toLowerCase()} ${path}`,
    );
  });
}

test('every route handler and method on disk is described, and nothing else is', () => {
  expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(
    routesOnDisk().toSorted(),
  );
});

test('every route of the provider’s systems is made from its description', () => {
  for (const { path, scopes } of API_OPERATIONS.filter(needsToken)) {
    const file = `app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;
    expect(readFileSync(file, 'utf8')).toMatch(/= apiRoute\(/);
    expect(scopes).not.toEqual([]);
  }
});

describe('the document is OpenAPI 3.1', () => {
  test('it has what it must have', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/[\w/{}-]*$/);
      expect(METHODS).toContain(method);
      expect(operation['responses']).toBeInstanceOf(Object);
      for (const [status, answer] of Object.entries(operation['responses'] as object)) {
        expect(status).toMatch(/^([1-5]\d\d|[1-5]XX|default)$/);
        expect(answer).toMatchObject({ description: expect.stringMatching(/./) });
      }
    }
  });

  test('every reference leads somewhere', () => {
    const references = [...objectsIn(document)].flatMap(([, { $ref }]) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) expect(resolve(document, reference)).toBeInstanceOf(Object);
  });

  test('each operation has an id of its own', () => {
    const ids = [...objectsIn(document)].flatMap(([, { operationId }]) => operationId ?? []);
    expect(ids.length).toBe(API_OPERATIONS.length + Object.keys(document.webhooks).length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tags and scopes that are used are declared', () => {
    const tags = document.tags.map(({ name }) => name);
    const oauth = document.components['securitySchemes']?.['oauth2'] as {
      flows: { clientCredentials: { scopes: object } };
    };
    const scopes = Object.keys(oauth.flows.clientCredentials.scopes);
    for (const { operation } of operations) {
      expect(tags).toEqual(expect.arrayContaining(operation['tags'] as string[]));
      for (const { oauth2 } of operation['security'] as { oauth2: string[] }[])
        expect(scopes).toEqual(expect.arrayContaining(oauth2));
    }
  });

  test('what is in the path is a parameter that must be given, and every parameter has its members', () => {
    for (const { path, operation } of operations) {
      const parameters = ((operation['parameters'] ?? []) as Record<string, unknown>[]).map((parameter) =>
        typeof parameter['$ref'] === 'string'
          ? (resolve(document, parameter['$ref']) as Record<string, unknown>)
          : parameter,
      );
      const inPath = parameters.filter((parameter) => parameter['in'] === 'path');
      expect(inPath.map(({ name, required }) => [name, required])).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true]),
      );
      for (const parameter of parameters) {
        expect(parameter).toMatchObject({ name: expect.any(String), description: expect.any(String) });
        expect(['query', 'path', 'header']).toContain(parameter['in']);
      }
    }
  });

  test('every schema is JSON Schema that a reader can be made from', () => {
    for (const schema of Object.values(document.components['schemas'] ?? {}))
      expect(() => readerOf(document, schema)).not.toThrow();
  });
});

test('every example fits the schema that it stands beside', () => {
  let examples = 0;
  for (const [path, { schema, example, examples: several, in: place }] of [
    ...objectsIn(document.paths),
    ...objectsIn(document.webhooks),
  ]) {
    if (schema === undefined || place !== undefined) continue;
    const values = [
      ...(example === undefined ? [] : [example]),
      ...Object.values(several ?? {}).map(({ value }: { value: unknown }) => value),
    ];
    examples += values.length;
    for (const value of values) {
      const read = readerOf(document, schema).safeParse(value);
      expect({ path, faults: read.success ? [] : read.error.issues }).toEqual({ path, faults: [] });
    }
  }
  expect(examples).toBeGreaterThan(20);
});

test('every operation that sends or answers JSON shows an example of it', () => {
  for (const { operation } of operations) {
    const contents = [operation['requestBody'], (operation['responses'] as Record<string, unknown>)['200']];
    for (const part of contents) {
      if (part === undefined) continue;
      for (const content of Object.values((part as { content: object }).content))
        expect(content).toHaveProperty('example');
    }
  }
});

test('both languages describe the same, each in its own words', () => {
  const english = openApiDocument('https://portal.example', 'en');
  const shape = (of: unknown) => [...objectsIn(of)].map(([path]) => path.join('/'));
  expect(shape(english)).toEqual(shape(document));
  expect(english.info['description']).not.toBe(document.info['description']);
});
