import type { Problem } from '#lib/shared/problem.ts';

/** What was typed into a form that could not be carried out, and why, for showing it again. */
export type KeptForm = {
  readonly values: Readonly<Record<string, string>>;
  /** Of the form that failed: a failed attempt leaves its key free, so the next one goes on with it. */
  readonly idempotencyKey: string;
  readonly problem: Problem;
};
