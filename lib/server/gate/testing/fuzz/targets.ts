import { existsSync } from 'node:fs';
import { z } from 'zod';
import { API_OPERATIONS } from '#lib/schemas/api/operations.ts';
import type { OpenApiDocument } from '#lib/server/api/openapi-document.ts';
import { inlined } from '#lib/server/api/testing/document-reader.ts';
import { listRoutes, sourceOf, type UseCase } from '#lib/server/testing/walls/entry-points.ts';

/** A door of the portal with what is known of what it takes, as JSON schemas. */
export type Target = {
  readonly method: string;
  /** With `{name}` for what is in the path. */
  readonly path: string;
  readonly isApi: boolean;
  readonly address: Readonly<Record<string, unknown>>;
  /** One of these, or nothing known. */
  readonly bodies: readonly unknown[];
  readonly examples: readonly unknown[];
  readonly isForm: boolean;
};

/** The operations of the open API, from its document. */
export function apiTargets(document: OpenApiDocument): readonly Target[] {
  return API_OPERATIONS.map(({ method, path, body }) => {
    const operation = document.paths[path]?.[method] ?? {};
    const parameters = z
      .array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() }))
      .parse(inlined(document, operation['parameters'] ?? []))
      .filter((one) => one.in !== 'header');
    const content = Object.values(
      Object(Object(inlined(document, operation['requestBody']))['content'] ?? {}),
    );
    return {
      method: method.toUpperCase(),
      path,
      isApi: true,
      address: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      bodies: content.map((media) => Object(media)['schema']),
      examples: body === undefined ? [] : [body.example],
      isForm: body?.type === 'application/x-www-form-urlencoded',
    };
  });
}

/** Every route handler beside the open API, by every method that it answers to. */
export function routeTargets(useCases: readonly UseCase[]): readonly Target[] {
  return listRoutes()
    .filter(
      ({ path }) =>
        !path.startsWith('/api/v1/') && !path.startsWith('/api/bench/') && path !== '/api/oauth/token',
    )
    .flatMap(({ path, methods, file }) => {
      const bodies = schemasOf(file, useCases);
      return methods.map((method) => ({
        method,
        path: path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}'),
        isApi: false,
        address: {},
        bodies: method === 'GET' ? [] : bodies,
        examples: [],
        isForm: false,
      }));
    });
}

const IMPORTED = /from '#(lib\/server\/[^']+\.ts)'/g;

/** What the commands take that a route's source leads to, directly or by the handler that it hands on. */
function schemasOf(file: string, useCases: readonly UseCase[]): readonly unknown[] {
  const direct = importsOf(file);
  const files = new Set([
    ...direct,
    ...direct.filter((name) => /route|answer/.test(name)).flatMap(importsOf),
  ]);
  return useCases.flatMap((found) =>
    found.kind === 'command' && files.has(found.file)
      ? [z.toJSONSchema(found.command.input, { io: 'input', unrepresentable: 'any' })]
      : [],
  );
}

function importsOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return [...sourceOf(file).matchAll(IMPORTED)].map(([, name]) => name ?? '');
}
