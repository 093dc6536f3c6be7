import type { ApiOperation } from '#lib/schemas/api/operation.ts';
import { API_OUTPUTS, needsToken } from '#lib/schemas/api/operations.ts';
import type { ApiWords } from '#lib/server/api/api-words.ts';
import { type JsonSchema, refTo } from '#lib/server/api/json-schemas.ts';
import { knownProblem, type ProblemCode } from '#lib/shared/problem.ts';

/** Headers of every answer. */
const VERSION = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
const RETRY = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };

/** The problems that an operation can answer with, in the order of their status. */
export function problemsOf(operation: ApiOperation): readonly ProblemCode[] {
  // Its own refusals are those of OAuth; the gate's are problem documents there, too.
  if (operation.tag === 'token') return ['tooManyRequests', 'unavailable'];
  const ofCaller: readonly ProblemCode[] = needsToken(operation) ? ['unauthenticated', 'forbidden'] : [];
  const all: readonly ProblemCode[] = [...ofCaller, ...operation.problems, 'tooManyRequests', 'unavailable'];
  return all.toSorted((a, b) => statusOf(a) - statusOf(b));
}

function statusOf(code: ProblemCode): number {
  return knownProblem(code).status;
}

/** The answers of an operation by status. */
export function answersOf(operation: ApiOperation, words: ApiWords): Readonly<Record<string, JsonSchema>> {
  const { document } = words;
  const { answer, method, tag } = operation;
  const { schema, example } = answer;
  const json = (name: string, shown: unknown) => ({
    'application/json': { schema: refTo(name), example: shown },
  });
  if (tag === 'token') {
    const error = { error: 'invalid_client', error_description: 'No such client, or the wrong secret.' };
    return {
      200: { description: document.answer, content: json(nameOf(schema), example) },
      400: {
        description: document.tokenError,
        content: {
          ...json('TokenError', {
            error: 'invalid_scope',
            error_description: 'The client does not have every scope that was asked for.',
          }),
          // A request that cannot be read does not come so far.
          'application/problem+json': { schema: refTo('Problem') },
        },
      },
      401: { description: document.tokenError, content: json('TokenError', error) },
      ...problemAnswers(operation, words),
    };
  }
  const etag = method === 'get' ? { ETag: { $ref: '#/components/headers/ETag' } } : {};
  const versioned = needsToken(operation) ? VERSION : {};
  const good = {
    description: document.answer,
    headers: { ...versioned, ...etag },
    content: json(nameOf(schema), example),
  };
  const same = method === 'get' ? { 304: { description: document.notModified } } : {};
  return { 200: good, ...same, ...problemAnswers(operation, words) };
}

function problemAnswers(
  operation: ApiOperation,
  { document, locale }: ApiWords,
): Readonly<Record<string, JsonSchema>> {
  const answers: Record<string, JsonSchema> = {};
  for (const [status, codes] of Map.groupBy(problemsOf(operation), statusOf)) {
    const examples = codes.map((code) => [code, { value: knownProblem(code, [], locale) }] as const);
    answers[status] = {
      description: codes.map((code) => knownProblem(code, [], locale).title).join(' '),
      ...(status === 429 ? { headers: RETRY } : {}),
      content: {
        'application/problem+json': { schema: refTo('Problem'), examples: Object.fromEntries(examples) },
      },
    };
  }
  answers['default'] = {
    description: document.otherProblem,
    content: { 'application/problem+json': { schema: refTo('Problem') } },
  };
  return answers;
}

function nameOf(schema: unknown): string {
  const found = Object.entries(API_OUTPUTS).find(([, output]) => output === schema);
  if (found === undefined) throw new Error('An answer that is not among the outputs of the API');
  return found[0];
}

/** What several operations share. */
export function commonParts({ document }: ApiWords) {
  const text = { type: 'string' };
  return {
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: document.idempotencyKey,
        schema: { type: 'string', pattern: String.raw`^[\x21-\x7e]{1,200}$` },
        example: '2026-03-100000001-1',
      },
      IfNoneMatch: {
        name: 'If-None-Match',
        in: 'header',
        required: false,
        description: document.ifNoneMatch,
        schema: text,
      },
    },
    headers: {
      ApiVersion: { description: document.apiVersion, schema: text, example: '1' },
      ETag: { description: document.etag, schema: text },
      RetryAfter: { description: document.retryAfter, schema: { type: 'integer', minimum: 1 }, example: 3 },
    },
  };
}
