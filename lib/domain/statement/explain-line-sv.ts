import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import { kronor, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { CorrectionStep, LineStep } from '#lib/domain/statement/statement-line.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

/** A sentence of the reason for a line; its first words can lead to the fact that they name. */
export type LineSentence = {
  readonly rule: LineStep['rule'];
  readonly text: string;
  readonly link: { readonly to: 'report'; readonly words: number } | null;
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

/** The words that name the month's report: `Rapporten …`, `Månadens rapport …`. */
function linkOf(step: LineStep): LineSentence['link'] {
  if (step.rule === 'basePay.reportApproved') return { to: 'report', words: 1 };
  if (step.rule !== 'correction.notPayable') return null;
  const { reason } = step.facts;
  return reason === 'reportNotApproved' || reason === 'reportTooLate' ? { to: 'report', words: 2 } : null;
}

function isCorrection(step: LineStep): step is CorrectionStep {
  return step.rule.startsWith('correction.');
}

/** Why a line has its amount, as Swedish sentences in order; the last is the arithmetic (compensation model section 7). */
export function explainLineSv(because: readonly LineStep[]): readonly LineSentence[] {
  return because.map((step) => ({
    rule: step.rule,
    text: isCorrection(step) ? explainCorrectionSv(step) : explainStepSv(step),
    link: linkOf(step),
  }));
}
