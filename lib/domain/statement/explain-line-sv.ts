import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import { kronor, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { CorrectionStep, LineStep } from '#lib/domain/statement/statement-line.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

/** A sentence of the reason for a line. `about` says which fact its first word can lead to. */
export type LineSentence = {
  readonly rule: LineStep['rule'];
  readonly text: string;
  readonly about: 'report' | null;
};

function signed(amount: Ore): string {
  return `${amount > 0 ? '+' : ''}${kronor(amount)}`;
}

function explainCorrectionSv(step: CorrectionStep): string {
  switch (step.rule) {
    case 'correction.notPayable':
      return `${REASON_SV[step.facts.reason]} Därför betalas inget för den i dag.`;
    case 'correction.pending':
      return `Beloppet kan betalas tidigast ${formatDate(step.facts.dueOn)}, om inget ändras.`;
    case 'correction.nothingEarned':
      return 'Med de uppgifter som gäller i dag ger det här inget belopp.';
    case 'correction.difference': {
      const { earnedOre, postedOre, amountOre } = step.facts;
      return `Rätt belopp är ${kronor(earnedOre)}. Tidigare underlag har ${kronor(postedOre)}. Skillnaden är ${signed(ore(amountOre))}.`;
    }
  }
}

function isCorrection(step: LineStep): step is CorrectionStep {
  return step.rule.startsWith('correction.');
}

/** Why a line has its amount, as Swedish sentences in order; the last is the arithmetic (compensation model section 7). */
export function explainLineSv(because: readonly LineStep[]): readonly LineSentence[] {
  return because.map((step) => ({
    rule: step.rule,
    text: isCorrection(step) ? explainCorrectionSv(step) : explainStepSv(step),
    about: step.rule === 'basePay.reportApproved' ? 'report' : null,
  }));
}
