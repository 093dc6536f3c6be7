import type { z } from 'zod';
import type { ApiScope } from '#lib/domain/api-client/scope.ts';
import type { ProblemCode } from '#lib/shared/problem.ts';

/** The parts of the API as its document lists them. */
export const API_TAGS = ['token', 'reports', 'placements', 'compensation', 'providers'] as const;
export type ApiTag = (typeof API_TAGS)[number];

/**
 * One operation of the API. Route handler, OpenAPI document, readable page and tests are all made from it. Words are in the
 * catalogue (`api-docs`): `operations.<id>`, and `fields.<description>` for what a schema says by `describe`.
 */
export type ApiOperation<
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** With `{name}` for what is in the path. */
  readonly path: string;
  readonly tag: ApiTag;
  /** One of these is enough; null: open to anybody. */
  readonly scopes: readonly ApiScope[] | null;
  /** Fields of the address: those named in the path, the others in the query. */
  readonly address?: Query;
  /** Whether the call carries an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  readonly body?: {
    readonly type: 'application/json' | 'application/x-www-form-urlencoded';
    readonly schema: Body;
    readonly example: z.input<Body>;
  };
  readonly answer: { readonly schema: Answer; readonly example: z.input<Answer> };
  /** Problem documents that it can answer with, beside those of every operation. */
  readonly problems: readonly ProblemCode[];
};

export function defineOperation<Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  operation: ApiOperation<Query, Body, Answer>,
): ApiOperation<Query, Body, Answer> {
  return operation;
}

/** What an answer has to fit, written by code that changes nothing in it. */
export type Described<T> = T extends readonly (infer Element)[]
  ? readonly Described<Element>[]
  : T extends object
    ? { readonly [Key in keyof T]: Described<T[Key]> }
    : T;
