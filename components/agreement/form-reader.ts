import { dig } from '#lib/domain/compensation/reader.ts';
import { listAt, typedAt } from '#lib/domain/agreement/agreement-form.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What stands in the fields: what was typed into a form that failed, else what the draft says. */
export type FormReader = {
  readonly value: (name: string) => string;
  /** How many rows a list has, and as many empty ones as fit below. */
  readonly rows: (name: string) => number;
  readonly isTicked: (name: string) => boolean;
  /** Whether a list of boxes has a value. */
  readonly holds: (name: string, value: string) => boolean;
  readonly problems: readonly FieldProblem[];
};

const EMPTY_ROWS = 2;

function fromAttempt(values: KeptForm['values'], problems: readonly FieldProblem[]): FormReader {
  const under = (name: string) => Object.entries(values).filter(([field]) => field.startsWith(`${name}.`));
  return {
    value: (name) => values[name] ?? '',
    rows: (name) =>
      1 + Math.max(-1, ...under(name).map(([field]) => Number(field.slice(name.length + 1).split('.')[0]))),
    isTicked: (name) => values[name] === 'on',
    holds: (name, value) => under(name).some(([, given]) => given === value),
    problems,
  };
}

/** Holidays are one text with a date a line, so that is where their faults are. */
function atField(problem: FieldProblem): FieldProblem {
  return problem.pointer.startsWith('/workdays/holidays')
    ? { ...problem, pointer: '/workdays/holidays' }
    : problem;
}

export function formReader(
  document: unknown,
  faults: readonly FieldProblem[],
  attempt: KeptForm | null,
): FormReader {
  const problems = faults.map(atField);
  if (attempt !== null) return fromAttempt(attempt.values, problems);
  return {
    value: (name) =>
      name === 'workdays.holidays' ? listAt(document, name).join('\n') : typedAt(document, name),
    rows: (name) => listAt(document, name).length + EMPTY_ROWS,
    isTicked: (name) =>
      name === 'supplement.exists'
        ? (dig(document, 'supplement') ?? null) !== null
        : dig(document, ...name.split('.')) === true,
    holds: (name, value) => listAt(document, name).some((one) => String(one) === value),
    problems,
  };
}
