import kromExample from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2Example from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';

type Json = Readonly<Record<string, unknown>>;

/** Changes to an example: members of objects are merged, all else is replaced. */
function merged(base: unknown, change: unknown): unknown {
  if (!isRecord(base) || !isRecord(change)) return change === undefined ? base : change;
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in change ? merged(base[key], change[key]) : base[key]]),
  );
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first service's example agreement, changed. */
export function krom(change: Json = {}): unknown {
  return merged(kromExample, change);
}

/** The later service's example agreement, changed. */
export function rom2(change: Json = {}): unknown {
  return merged(rom2Example, change);
}

/** Level B, 180 days from Monday 1 March 2021, going on, nothing reported, seen from 2021-04-12. */
const FACTS: Json = {
  placement: {
    id: 'P-1',
    level: 'B',
    providerOrgNo: '5560360793',
    relatedOrgNos: [],
    periods: [{ number: 1, from: '2021-03-01', to: '2021-08-28' }],
    end: null,
    endReason: null,
  },
  reports: [],
  absences: [],
  outcome: null,
  posted: [],
  asOf: '2021-04-12',
};

/** An approved outcome: full-time work from 1 June 2021, verified to the end of the year. */
export const WORK: Json = {
  type: 'employment',
  status: 'approved',
  from: '2021-06-01',
  signalledOn: '2021-06-02',
  verifiedThrough: '2022-01-01',
  spells: [{ from: '2021-06-01', to: null, extentPercent: 100, employerOrgNo: '5590000000' }],
};

/** The work of {@link WORK}, changed. */
export function work(change: Json = {}): unknown {
  return merged(WORK, change);
}

export function approved(month: string, submittedOn: string): Json {
  return { month, status: 'approved', submittedOn };
}

export function input(change: Json = {}, agreement: unknown = krom()): unknown {
  return { agreement, facts: merged(FACTS, change) };
}

/** The evaluation of the example facts, changed; throws with the faults where the input is wrong. */
export function given(change: Json = {}, agreement: unknown = krom()): Evaluation {
  const answer = evaluateInput(input(change, agreement));
  if ('error' in answer) throw new Error(JSON.stringify(answer.error.errors));
  return answer;
}

/** The entries of an evaluation in one line each: `key quantity × unit = amount`, `key due amount`, `key reason amount`. */
export function told({ lines, pending, notPayable }: Evaluation): readonly string[] {
  return [
    ...lines.map(
      ({ key, quantity, unitOre, amountOre }) => `${key} ${quantity} × ${unitOre ?? '–'} = ${amountOre}`,
    ),
    ...pending.map(({ key, dueOn, amountOre }) => `${key} due ${dueOn} ${amountOre}`),
    ...notPayable.map(({ key, reason, amountOre }) => `${key} ${reason} ${amountOre}`),
  ];
}
