import type { z } from 'zod';
import type { ApiScope } from '#lib/domain/api-client/scope.ts';
import { type ApiOperation, API_TAGS } from '#lib/schemas/api/operation.ts';
import { API_INPUTS, API_OPERATIONS, API_OUTPUTS } from '#lib/schemas/api/operations.ts';
import { API_VERSION } from '#lib/server/api/api-route.ts';
import { type ApiWords, apiWords } from '#lib/server/api/api-words.ts';
import { addressFields, componentSchemas, type JsonSchema, refTo } from '#lib/server/api/json-schemas.ts';
import { answersOf, commonParts } from '#lib/server/api/openapi-answers.ts';
import { webhooksOf } from '#lib/server/api/openapi-webhooks.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

export type OpenApiDocument = {
  readonly openapi: '3.1.1';
  readonly jsonSchemaDialect: string;
  readonly info: JsonSchema;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly JsonSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly webhooks: Readonly<Record<string, JsonSchema>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
};

/** The API in OpenAPI 3.1, made from the schemas that its routes read and answer with. */
export function openApiDocument(url: string, locale: ProblemLocale): OpenApiDocument {
  const words = apiWords(locale);
  const { document } = words;
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of API_OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationObject(operation, words),
    };
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: document.title, version: API_VERSION, description: document.description },
    servers: [{ url }],
    tags: API_TAGS.map((name) => ({ name, description: document.tags[name] })),
    paths,
    webhooks: webhooksOf(words),
    components: {
      schemas: {
        ...componentSchemas(API_INPUTS, 'input', words),
        ...componentSchemas(API_OUTPUTS, 'output', words),
      },
      ...commonParts(words),
      securitySchemes: { oauth2: security(url, words) },
    },
  };
}

function operationObject(operation: ApiOperation, words: ApiWords): JsonSchema {
  const { id, tag, scopes, body, idempotent } = operation;
  const key = idempotent === true ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  const tagged = operation.method === 'get' ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : [];
  const parameters = [...parametersOf(operation, words), ...key, ...tagged];
  return {
    operationId: id,
    tags: [tag],
    ...words.operation(id),
    security: scopes === null ? [] : scopes.map((scope) => ({ oauth2: [scope] })),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: bodyObject(body) }),
    responses: answersOf(operation, words),
  };
}

function parametersOf({ address, path }: ApiOperation, words: ApiWords): readonly JsonSchema[] {
  if (address === undefined) return [];
  return addressFields(address, words).map(({ name, schema: { description, ...schema }, required }) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required,
    description,
    schema,
  }));
}

function bodyObject({ type, schema, example }: NonNullable<ApiOperation['body']>): JsonSchema {
  return { required: true, content: { [type]: { schema: refTo(nameOf(schema)), example } } };
}

/** The name under which a body stands among the components. */
function nameOf(schema: z.ZodType): string {
  const found = Object.entries(API_INPUTS).find(([, input]) => input === schema);
  if (found === undefined) throw new Error('A body that is not among the inputs of the API');
  return found[0];
}

function security(url: string, { document }: ApiWords): JsonSchema {
  const { reportsWrite, reportsRead } = document.scopes;
  const scopes: Readonly<Record<ApiScope, string>> = {
    'reports.write': reportsWrite,
    'reports.read': reportsRead,
  };
  return {
    type: 'oauth2',
    description: document.security,
    flows: { clientCredentials: { tokenUrl: `${url}/api/oauth/token`, scopes } },
  };
}
