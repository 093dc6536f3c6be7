import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import type { Component, Evaluation } from '#lib/domain/compensation/evaluation.ts';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { type CaseDifference, caseDifferences } from '#lib/domain/agreement/case-difference.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A worked case that a version has to calculate exactly: facts, and what they give. `expected` null: not said yet. */
export type GoldenCase = { readonly name: string; readonly facts: unknown; readonly expected: unknown };

/** What facts give, as it is written: without the reasons, which are sentences and not amounts. */
export type CaseOutput = Omit<Evaluation, 'lines'> & {
  readonly lines: readonly Omit<Evaluation['lines'][number], 'because'>[];
};

export type CheckedCase =
  | { readonly state: 'passes'; readonly output: CaseOutput }
  | {
      readonly state: 'differs';
      readonly output: CaseOutput;
      readonly differences: readonly CaseDifference[];
    }
  | { readonly state: 'noExpected'; readonly output: CaseOutput }
  | { readonly state: 'invalid'; readonly faults: readonly FieldProblem[] };

function outputOf({ lines, pending, notPayable, deltas, totals }: Evaluation): CaseOutput {
  const bare = lines.map(({ key, component, quantity, unitOre, amountOre }) => ({
    key,
    component,
    quantity,
    unitOre,
    amountOre,
  }));
  return { lines: bare, pending, notPayable, deltas, totals };
}

/** Calculates a case with an agreement version, and tells how what it gives differs from what is expected. */
export function checkGoldenCase(agreement: unknown, { facts, expected }: GoldenCase): CheckedCase {
  const evaluated = evaluateInput({ agreement, facts });
  if ('error' in evaluated) return { state: 'invalid', faults: evaluated.error.errors };
  const output = outputOf(evaluated);
  if (expected === null || expected === undefined) return { state: 'noExpected', output };
  const differences = caseDifferences(expected, output);
  return differences.length === 0 ? { state: 'passes', output } : { state: 'differs', output, differences };
}

const COMPONENTS: readonly Component[] = ['basePay', 'resultPay', 'speedBonus', 'supplement'];

function pays(table: Readonly<Record<string, number>>): boolean {
  return Object.values(table).some((amount) => amount > 0);
}

/** The components that a version pays anything of. */
export function paidComponents({
  basePay,
  resultPay,
  speedBonus,
  supplement,
}: AgreementVersion): readonly Component[] {
  const paid: Readonly<Record<Component, boolean>> = {
    basePay: basePay.rates.some(({ orePerDay }) => pays(orePerDay)),
    resultPay: resultPay.rates.some(({ ore }) => pays(ore)),
    speedBonus:
      speedBonus !== null && (speedBonus.kind !== 'tiers' || speedBonus.tiers.some(({ ore }) => pays(ore))),
    supplement: supplement !== null && pays(supplement.ore),
  };
  return COMPONENTS.filter((component) => paid[component]);
}

/** The components that a version pays and that no case which passes has a line of. */
export function uncoveredComponents(
  agreement: AgreementVersion,
  checked: readonly CheckedCase[],
): readonly Component[] {
  const covered = new Set(
    checked.flatMap((one) =>
      one.state === 'passes' ? one.output.lines.map(({ component }) => component) : [],
    ),
  );
  return paidComponents(agreement).filter((component) => !covered.has(component));
}
