import type { z } from 'zod';
import { problemDocument } from '#lib/schemas/api/problem.ts';
import type { OpenApiDocument } from '#lib/server/api/openapi-document.ts';
import { readerOf } from '#lib/server/api/testing/document-reader.ts';
import type { Answer, RequestSpec } from '#lib/server/gate/testing/fuzz/spec.ts';

/** What no answer may hold: where the code is, what the framework or the database said. */
const LEAKS: Readonly<Record<string, RegExp>> = {
  stack: /\n\s+at .{1,200}:\d+:\d+\)?/,
  path: /node_modules|file:\/\/\/|\/(?:var|home|root|usr|tmp|work)\/[\w.-]+\/|[/\\]\.next[/\\]|webpack:|turbopack:/,
  database:
    /Prisma\w*Error|Invalid `[^`]*` invocation|syntax error at or near|violates [\w-]+ (?:constraint|policy)|permission denied for (?:table|function|schema)|\bSQLSTATE\b|invalid input syntax|invalid byte sequence|out of range for type/,
  system:
    /\b(?:ECONNREFUSED|ENOENT|EACCES|ERR_[A-Z_]{4,})\b|TypeError:|RangeError:|ReferenceError:|SyntaxError:/,
};

/** The parts of what was sent that an answer may well repeat. */
function withoutSent(body: string, spec: RequestSpec): string {
  return body.replaceAll(spec.target, '').replaceAll(decodedTarget(spec), '');
}

function decodedTarget({ target }: RequestSpec): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The names of leaks in a text. */
export function leaksIn(text: string): readonly string[] {
  return Object.entries(LEAKS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

const readers = new WeakMap<object, z.ZodType>();

/** Judges answers against the rules for all, and those of the open API against its document. */
export function judgeBy(
  document: OpenApiDocument,
): (spec: RequestSpec, answer: Answer | null) => readonly string[] {
  return (spec, answer) => {
    if (answer === null) return ['no answer'];
    const faults = leaksIn(withoutSent(answer.body, spec)).map((leak) => `leaks: ${leak}`);
    // Shedding load is an answer, too; it is counted apart.
    if (answer.status >= 500 && answer.status !== 503) faults.push(`status ${answer.status}`);
    const path = spec.target.split('?', 1)[0] ?? '';
    if (path.startsWith('/api/') && answer.status >= 400) faults.push(...problemFaults(path, spec, answer));
    return [...faults, ...documentFaults(document, path, spec, answer)];
  };
}

function typeOf(answer: Answer): string {
  return answer.headers['content-type']?.split(';')[0] ?? '';
}

function problemFaults(path: string, spec: RequestSpec, answer: Answer): readonly string[] {
  if (spec.method === 'HEAD') return [];
  // OAuth has a shape of its own (RFC 6749, section 5.2).
  if (path === '/api/oauth/token' && typeOf(answer) === 'application/json') return [];
  if (spec.headers['accept']?.includes('text/html') === true && typeOf(answer) === 'text/html') return [];
  if (typeOf(answer) !== 'application/problem+json')
    return [`${answer.status} is ${typeOf(answer) || 'nothing'}, no problem document`];
  const problem = problemDocument.safeParse(jsonOf(answer.body));
  if (!problem.success) return ['a problem document of another shape'];
  return problem.data.status === answer.status ? [] : ['the status of the problem is another'];
}

function documentFaults(
  document: OpenApiDocument,
  path: string,
  { method }: RequestSpec,
  answer: Answer,
): readonly string[] {
  const operations = Object.entries(document.paths).find(([pattern]) => fits(pattern, path))?.[1];
  const responses = operations?.[method.toLowerCase()]?.['responses'];
  if (!(responses instanceof Object)) return [];
  const described: unknown =
    Reflect.get(responses, String(answer.status)) ?? Reflect.get(responses, 'default');
  if (!(described instanceof Object)) return [`status ${answer.status} is not in the document`];
  const content: unknown = Reflect.get(described, 'content');
  if (!(content instanceof Object))
    return answer.body === '' ? [] : [`${answer.status} has a body that is not in the document`];
  const media: unknown = Reflect.get(content, typeOf(answer));
  if (!(media instanceof Object)) return [`${answer.status} as ${typeOf(answer)} is not in the document`];
  const reader = readers.get(media) ?? readerOf(document, Reflect.get(media, 'schema'));
  readers.set(media, reader);
  const read = reader.safeParse(jsonOf(answer.body));
  return read.success
    ? []
    : [`the body of ${answer.status} is not as in the document (${read.error.issues[0]?.path.join('/')})`];
}

function fits(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return (
    parts.length === given.length && parts.every((part, at) => part.startsWith('{') || part === given[at])
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
