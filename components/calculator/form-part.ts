import type { CalculatorState, ListName } from '#lib/domain/calculator/calculator-state.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What every part of the form is made from. */
export interface FormPart {
  state: CalculatorState;
  problems: readonly FieldProblem[];
  editing: ListName | null;
}

/** Beside each other where there is room. */
export const FIELD_WIDTH = 'min-w-0 flex-1 basis-44';
export const FIELD_ROW = 'flex flex-wrap items-start gap-x-4 gap-y-4';
