import type {
  BasePayReason,
  Component,
  MilestoneReason,
  NotPayableReason,
  OutcomeReason,
} from '#lib/domain/compensation/evaluation.ts';
import type { AbsenceReason, OutcomeType } from '#lib/domain/compensation/types.ts';
import { formatKronor, type Ore } from '#lib/shared/money.ts';

export const COMPONENT_SV: Readonly<Record<Component, string>> = {
  basePay: 'Grundersättning',
  resultPay: 'Resultatersättning',
  speedBonus: 'Snabbhetspremie',
  supplement: 'Tilläggsersättning',
};

export const OUTCOME_TYPE_SV: Readonly<Record<OutcomeType, string>> = {
  employment: 'arbete',
  studies: 'studier',
  ownBusiness: 'eget företag',
};

export const ABSENCE_SV: Readonly<Record<AbsenceReason, string>> = {
  sick: 'sjukdom',
  careOfChild: 'vård av barn',
  work: 'arbete',
  education: 'utbildning',
  otherKnown: 'annan känd orsak',
  unknown: 'okänd orsak',
};

const BASE_PAY_SV: Readonly<Record<BasePayReason, string>> = {
  reportMissing: 'Månaden har ingen inskickad rapport.',
  reportNotApproved: 'Månadens rapport är inte godkänd.',
  reportTooLate: 'Månadens rapport kom in för sent.',
};

const OUTCOME_SV: Readonly<Record<OutcomeReason, string>> = {
  noService: 'Placeringen har inga dagar i tjänsten.',
  rejected: 'Resultatet är avslaget.',
  typeNotEligible: 'Den typen av resultat ger ingen ersättning enligt avtalet.',
  relatedEmployer: 'Arbetsgivaren är leverantören själv eller ett närstående företag.',
  extentTooLow: 'Arbetet eller studierna når inte upp till den omfattning som krävs.',
  startedTooLate: 'Arbetet eller studierna började för långt efter att tjänsten slutade.',
  signalledTooLate: 'Signalen kom för långt efter att tjänsten slutade.',
};

const MILESTONE_SV: Readonly<Record<MilestoneReason, string>> = {
  broken: 'Arbetet eller studierna varar inte hela tiden som krävs.',
  notVerified: 'Underlagen räcker inte fram till dagen då ersättningen skulle betalas.',
  notApproved: 'Resultatet är inte godkänt.',
};

/** Why an amount is not payable, in whole sentences. */
export const REASON_SV: Readonly<Record<NotPayableReason, string>> = {
  ...BASE_PAY_SV,
  ...OUTCOME_SV,
  ...MILESTONE_SV,
};

/** Öre always shown: `65,00 kr`. */
export function kronor(amount: Ore): string {
  return formatKronor(amount, 'sv', { showOre: true });
}

/** A whole number with its word: `1 dag`, `2 dagar`. */
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Per mille as per cent: 500 is `50 %`, 125 is `12,5 %`. */
export function percentOf(permille: number): string {
  return `${String(permille / 10).replace('.', ',')}\u00A0%`;
}
