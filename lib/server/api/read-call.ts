import type { z } from 'zod';
import { requestFault, type RequestFaultCode } from '#lib/schemas/api/request-fault.ts';
import { duplicateKey } from '#lib/server/api/duplicate-key.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { knownProblem, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** The body as JSON, each key once. */
export async function readJson(request: Request): Promise<Result<unknown, Problem>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
    const value: unknown = JSON.parse(text);
    const twice = duplicateKey(text);
    return twice === null ? ok(value) : err(malformed('duplicateKey', twice));
  } catch {
    return err(malformed('notJson', ''));
  }
}

/** The call's own key, under which it is done once however often it is sent. */
export function readIdempotencyKey(request: Request): Result<string, Problem> {
  const key = request.headers.get('idempotency-key') ?? '';
  return IDEMPOTENCY_KEY.test(key)
    ? ok(key)
    : err(malformed('idempotencyKeyMissing', '/headers/idempotency-key'));
}

function malformed(code: RequestFaultCode, pointer: string): Problem {
  return knownProblem('malformedRequest', [requestFault(code, pointer)]);
}

/** What was given, as the schema has it, or everything that is wrong with it. */
export function readInput<Output>(schema: z.ZodType<Output>, given: unknown): Result<Output, Problem> {
  const read = schema.safeParse(given);
  if (read.success) return ok(read.data);
  return err(
    validationProblem(
      read.error.issues.map((issue) => requestFault(codeOf(issue, given), pointerOf(issue.path))),
    ),
  );
}

function codeOf(issue: z.core.$ZodIssue, given: unknown): RequestFaultCode {
  switch (issue.code) {
    case 'invalid_type':
      return at(given, issue.path) === undefined ? 'fieldMissing' : 'wrongType';
    case 'invalid_value':
      return at(given, issue.path) === undefined ? 'fieldMissing' : 'notAllowed';
    case 'custom':
      return issue.params?.['code'] === 'monthFormat' ? 'monthFormat' : 'wrongFormat';
    case 'too_small':
      return 'tooFew';
    case 'too_big':
      return 'tooMany';
    case 'invalid_format':
    case 'not_multiple_of':
      return 'wrongFormat';
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
      return 'wrongType';
  }
}

function at(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    given,
  );
}
