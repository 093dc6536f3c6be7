import type { Because } from '#lib/domain/compensation/because.ts';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { replay } from '#lib/domain/compensation/replay.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { type CorrectionStep, type LineStep, linesOf } from '#lib/domain/statement/statement-line.ts';
import { type Ore, ore, ZERO_ORE } from '#lib/shared/money.ts';

/** What a stored line comes to when it is calculated anew, in öre; null: nothing, or not to be calculated from this. */
export type LineCheck = {
  /** From the stored input, by the whole model. */
  readonly fromInputOre: Ore | null;
  /** From the stored steps alone. */
  readonly fromStepsOre: Ore | null;
  readonly agrees: boolean;
};

type Checked = {
  readonly key: string;
  readonly amountOre: Ore;
  readonly because: readonly LineStep[];
};

function isCorrection(step: LineStep): step is CorrectionStep {
  return step.rule.startsWith('correction.');
}

function fromSteps(agreement: AgreementVersion, because: readonly LineStep[]): Ore | null {
  const earning = because.filter((step): step is Because => !isCorrection(step));
  const difference = because.find((step) => step.rule === 'correction.difference');
  const earned = earning.length === 0 ? ZERO_ORE : replay(agreement, earning);
  if (earned === null) return null;
  return difference?.rule === 'correction.difference' ? ore(earned - difference.facts.postedOre) : earned;
}

/**
 * Calculates a stored line anew, twice: from the input stored beside it, and from its own steps (compensation model
 * section 7). It agrees where both give the öre that were posted.
 */
export function checkLine(agreement: AgreementVersion, facts: PlacementFacts, line: Checked): LineCheck {
  const lines = linesOf(evaluate(agreement, facts), facts.posted);
  const fromInputOre = lines.find(({ key }) => key === line.key)?.amountOre ?? null;
  const fromStepsOre = fromSteps(agreement, line.because);
  return {
    fromInputOre,
    fromStepsOre,
    agrees: fromInputOre === line.amountOre && fromStepsOre === line.amountOre,
  };
}
