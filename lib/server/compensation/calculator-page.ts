import { type Calculation, calculate, readyExamples } from '#lib/domain/calculator/calculation.ts';
import {
  type CalculatorState,
  type ListName,
  parseListName,
  readState,
  writeState,
} from '#lib/domain/calculator/calculator-state.ts';
import type { OpenAgreement } from '#lib/server/compensation/published-agreements.ts';
import { unpackText } from '#lib/server/compensation/packed-text.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Agreement JSON as people read it; what is no JSON stays as it was written. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Shown as it was written, to be mended.
    return text;
  }
}

/** What the calculator's page shows for an address; nothing is calculated before anything is filled in. */
export type CalculatorPage = {
  readonly state: CalculatorState;
  readonly own: string;
  readonly calculation: Calculation | null;
  readonly editing: ListName | null;
  readonly address: string;
  readonly examples: readonly {
    readonly name: ReturnType<typeof readyExamples>[number]['name'];
    readonly href: string;
  }[];
};

function addressOf(state: CalculatorState, packed: string): string {
  const written = writeState(state);
  if (packed !== '') written.set('own', packed);
  return `/calculator?${written.toString()}`;
}

export function calculatorPage(
  given: URLSearchParams,
  agreements: readonly OpenAgreement[],
  today: PlainDate,
): CalculatorPage {
  const examples = readyExamples(agreements, today);
  const asked = readState(given);
  const isAsked = writeState(asked).size > 0;
  const packed = given.get('own') ?? '';
  const own = unpackText(packed) ?? '';
  const editing = parseListName(given.get('edit'));
  const state = isAsked ? asked : (examples[0]?.state ?? asked);
  const calculation = !isAsked || editing !== null ? null : calculate(state, own, agreements);
  const tooLarge = given.get('fault') === 'ownTooLarge';
  return {
    state,
    own: readable(own),
    calculation: tooLarge
      ? { kind: 'faults', faults: [{ pointer: '/own', code: 'ownTooLarge', message: '', inAgreement: null }] }
      : calculation,
    editing,
    address: addressOf(state, own === '' ? '' : packed),
    examples: examples.map((example) => ({
      name: example.name,
      href: `${addressOf(example.state, '')}#result`,
    })),
  };
}
