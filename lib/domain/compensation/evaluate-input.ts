import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { OreOutOfRangeError } from '#lib/shared/money.ts';
import { DateOutOfRangeError } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What stands in place of an evaluation where the input is wrong. */
export type EvaluationError = {
  readonly error: { readonly code: 'invalidInput'; readonly errors: readonly FieldProblem[] };
};

function invalid(errors: readonly FieldProblem[]): EvaluationError {
  return { error: { code: 'invalidInput', errors } };
}

/**
 * The evaluation of one element `{ agreement, facts }` of unknown shape, or all that is wrong with it (compensation
 * model section 8). Figures that are right one by one but give an amount or date that cannot be held are wrong too.
 */
export function evaluateInput(value: unknown): Evaluation | EvaluationError {
  const input = validateInput(value);
  if (!input.ok) return invalid(input.error);
  try {
    return evaluate(input.value.agreement, input.value.facts);
  } catch (error) {
    if (error instanceof OreOutOfRangeError) {
      const message = 'Beloppen är så stora att de inte kan räknas exakt.';
      return invalid([{ pointer: '', code: 'amountOutOfRange', message }]);
    }
    if (error instanceof DateOutOfRangeError) {
      return invalid([{ pointer: '', code: 'dateOutOfRange', message: 'Ett datum hamnar efter år 9999.' }]);
    }
    throw error;
  }
}
