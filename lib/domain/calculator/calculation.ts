import { type ExampleName, EXAMPLE_NAMES, exampleState } from '#lib/domain/calculator/calculator-examples.ts';
import { factsOfState, type FormFault, formFaults } from '#lib/domain/calculator/calculator-facts.ts';
import { type CalculatorState, OWN_AGREEMENT } from '#lib/domain/calculator/calculator-state.ts';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { validateFacts } from '#lib/domain/compensation/validate.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A published agreement version, or one's own; the document is not judged yet. */
export type GivenAgreement = { readonly id: string; readonly document: unknown };

export type Calculation =
  | { readonly kind: 'evaluated'; readonly input: unknown; readonly evaluation: Evaluation }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[] };

/** The agreement is not there to calculate by: that, and everything that is wrong with the facts. */
function withoutAgreement(pointer: string, code: string, state: CalculatorState): Calculation {
  const facts = validateFacts(factsOfState(state));
  const faults = facts.ok
    ? []
    : facts.error.map((fault) => ({ ...fault, pointer: `/facts${fault.pointer}` }));
  const missing = { pointer, code, message: '', inAgreement: null };
  return { kind: 'faults', faults: [missing, ...formFaults(faults, state)] };
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function chosen(state: CalculatorState, own: string, agreements: readonly GivenAgreement[]): unknown {
  if (state.fields.agreement !== OWN_AGREEMENT)
    return agreements.find(({ id }) => id === state.fields.agreement)?.document;
  return parse(own)?.value;
}

/**
 * What a form gives: the evaluation with the input it was made from, or the faults at its fields (compensation model, all of it).
 * `own` is the agreement that somebody wrote, as JSON text.
 */
export function calculate(
  state: CalculatorState,
  own: string,
  agreements: readonly GivenAgreement[],
): Calculation {
  const agreement = chosen(state, own, agreements);
  if (agreement === undefined) {
    if (state.fields.agreement !== OWN_AGREEMENT)
      return withoutAgreement('/agreement', 'unknownAgreement', state);
    return withoutAgreement('/own', own.trim() === '' ? 'agreementMissing' : 'notJson', state);
  }
  const input = { agreement, facts: factsOfState(state) };
  const answer = evaluateInput(input);
  return 'error' in answer
    ? { kind: 'faults', faults: formFaults(answer.error.errors, state) }
    : { kind: 'evaluated', input, evaluation: answer };
}

/** The ready examples, each under the agreement that shows it best of those there are. */
export function readyExamples(
  agreements: readonly GivenAgreement[],
  today: PlainDate,
): readonly { readonly name: ExampleName; readonly state: CalculatorState }[] {
  const [first] = agreements;
  const single = agreements.find(({ id }) => id.startsWith('krom')) ?? first;
  const halves = agreements.find(({ id }) => id.startsWith('rom2')) ?? first;
  return EXAMPLE_NAMES.map((name) => ({
    name,
    state: exampleState(name, (name === 'studiesAfterService' ? halves : single)?.id ?? OWN_AGREEMENT, today),
  }));
}
