import type { useTranslations } from 'next-intl';
import type { FormFault } from '#lib/domain/calculator/calculator-facts.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

const KNOWN = [
  'unknownAgreement',
  'agreementMissing',
  'notJson',
  'ownTooLarge',
  'required',
  'notString',
  'notBoolean',
  'notDate',
  'notMonth',
  'notInteger',
  'outOfRange',
  'unknownValue',
  'notList',
  'notObject',
  'empty',
  'emptyPeriod',
  'notSorted',
  'overlap',
  'tooMany',
  'endMissing',
  'endReasonMissing',
  'endOutsidePeriods',
  'duplicate',
  'sharesNot1000',
  'noSuchMilestone',
  'notInForce',
  'amountOutOfRange',
  'dateOutOfRange',
] as const;

/** Nobody mends more at a time. */
const MOST_SHOWN = 20;

/** The faults in the words of the form, one for each place and rule. */
export function faultsInWords(
  t: ReturnType<typeof useTranslations<'calculator.fault'>>,
  faults: readonly FormFault[],
): readonly FieldProblem[] {
  return faults.slice(0, MOST_SHOWN).map(({ pointer, code, inAgreement }) => {
    const fault = t(KNOWN.find((known) => known === code) ?? 'other');
    return inAgreement === null
      ? { pointer, code, message: fault }
      : { pointer, code: `${code} ${inAgreement}`, message: t('inAgreement', { fault, place: inAgreement }) };
  });
}
