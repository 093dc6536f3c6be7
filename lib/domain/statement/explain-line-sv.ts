import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import type { NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { kronor, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { CorrectionStep, LineStep } from '#lib/domain/statement/statement-line.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { type Ore, ore } from '#lib/shared/money.ts';

/** The facts of a sentence that a page can show: the month's report, the placement, its outcome. */
export type FactPage = 'report' | 'placement' | 'outcome';

/** Words of a sentence, with the fact that they name. */
export type SentencePart = { readonly text: string; readonly to: FactPage | null };

/** A sentence of the reason for a line, whole and in parts; together the parts are the whole. */
export type LineSentence = {
  readonly rule: LineStep['rule'];
  readonly text: string;
  readonly parts: readonly SentencePart[];
};

/** Words that name a fact, as they stand in the sentence. */
type Named = readonly [words: string, to: FactPage];

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

/** The words of each reason's sentence that name what it is about. */
const NAMED_BY_REASON: Readonly<Record<NotPayableReason, readonly Named[]>> = {
  reportMissing: [],
  reportNotApproved: [['Månadens rapport', 'report']],
  reportTooLate: [['Månadens rapport', 'report']],
  noService: [['Placeringen', 'placement']],
  rejected: [['Resultatet', 'outcome']],
  typeNotEligible: [['typen av resultat', 'outcome']],
  relatedEmployer: [['Arbetsgivaren', 'outcome']],
  extentTooLow: [['Arbetet eller studierna', 'outcome']],
  startedTooLate: [['Arbetet eller studierna', 'outcome']],
  signalledTooLate: [['Signalen', 'outcome']],
  broken: [['Arbetet eller studierna', 'outcome']],
  notVerified: [['Underlagen', 'outcome']],
  notApproved: [['Resultatet', 'outcome']],
};

/** What a step's sentence names, in the order of the words. */
function namedIn(step: LineStep): readonly Named[] {
  switch (step.rule) {
    case 'basePay.payDays':
      return [['Deltagaren', 'placement']];
    case 'basePay.dayRate':
    case 'resultPay.rate':
    case 'supplement.amount':
    case 'speedBonus.unusedDays':
    case 'speedBonus.tier':
      return [[`nivå ${step.facts.level}`, 'placement']];
    case 'basePay.reportApproved':
      return [['Rapporten', 'report']];
    case 'outcome.start':
      return [['Resultatet', 'outcome']];
    case 'outcome.startedInTime':
      return [
        [step.facts.tested === 'start' ? 'Starten' : 'Ansökan', 'outcome'],
        ['tjänsten', 'placement'],
      ];
    case 'outcome.signalledInTime':
      return [['Signalen', 'outcome']];
    case 'milestone.verified':
      return [['Underlagen', 'outcome']];
    case 'resultPay.extentShare':
      return [['Omfattningen', 'outcome']];
    case 'speedBonus.endedByOutcome':
      return [
        ['Placeringen', 'placement'],
        ['resultatet', 'outcome'],
      ];
    case 'supplement.startedInPeriod':
      return [
        ['Starten', 'outcome'],
        [`tjänsteperiod ${step.facts.periodNumber}`, 'placement'],
      ];
    case 'correction.notPayable':
      return NAMED_BY_REASON[step.facts.reason];
    case 'milestone.due':
    case 'milestone.lasted':
    case 'basePay.amount':
    case 'resultPay.amount':
    case 'correction.pending':
    case 'correction.nothingEarned':
    case 'correction.difference':
      return [];
  }
}

function partsOf(text: string, named: readonly Named[]): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let rest = text;
  for (const [words, to] of named) {
    const at = rest.indexOf(words);
    if (at === -1) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at), to: null });
    parts.push({ text: words, to });
    rest = rest.slice(at + words.length);
  }
  return rest === '' ? parts : [...parts, { text: rest, to: null }];
}

function isCorrection(step: LineStep): step is CorrectionStep {
  return step.rule.startsWith('correction.');
}

/** Why a line has its amount, as Swedish sentences in order; the last is the arithmetic (compensation model section 7). */
export function explainLineSv(because: readonly LineStep[]): readonly LineSentence[] {
  return because.map((step) => {
    const text = isCorrection(step) ? explainCorrectionSv(step) : explainStepSv(step);
    return { rule: step.rule, text, parts: partsOf(text, namedIn(step)) };
  });
}
