import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { counted } from '#lib/domain/compensation/swedish.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { lastDaySv, OUTCOME_GOING_SV } from '#lib/domain/statement/fact-words-sv.ts';
import { monthsOfKey } from '#lib/domain/statement/outcome-windows.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Awaited = {
  readonly key: string;
  readonly component: Component;
  readonly dueOn: PlainDate;
  readonly agreement: AgreementVersion;
  readonly facts: PlacementFacts;
};

/**
 * What is needed for a pending amount to be paid on its due day, and by when, as Swedish sentences: that the outcome
 * lasts, that evidence covers it, and that it is approved (compensation model section 4).
 */
export function pendingNeedSv({ key, component, dueOn, agreement, facts }: Awaited): string {
  const { outcome } = facts;
  if (outcome === null) throw new RangeError(`No outcome to wait for: ${key}`);
  const through = `till och med ${lastDaySv(dueOn)}`;
  const { maxGapDays } = agreement.resultPay;
  const gap =
    maxGapDays === 0 ? '' : `, med högst ${maxGapDays} ${maxGapDays === 1 ? 'dags' : 'dagars'} uppehåll`;
  const goes = `${OUTCOME_GOING_SV[outcome.type]} behöver fortsätta ${through}${gap}`;
  const isVerified = outcome.verifiedThrough !== null && outcome.verifiedThrough >= dueOn;
  const isApproved = outcome.status === 'approved';
  const verified = outcome.type === 'studies' ? 'styrkta' : 'styrkt';
  const rest = isVerified
    ? isApproved
      ? '. Allt är redan styrkt och godkänt.'
      : ', och resultatet behöver vara godkänt.'
    : isApproved
      ? `${gap === '' ? '' : ','} och vara ${verified} till dess.`
      : `, vara ${verified} till dess, och resultatet behöver vara godkänt.`;
  return `${goes}${rest}${releasedWith(component, agreement, key)}`;
}

function releasedWith(component: Component, agreement: AgreementVersion, key: string): string {
  const months = monthsOfKey(agreement, key);
  if (months === null || component === 'resultPay' || component === 'basePay') return '';
  const what = component === 'speedBonus' ? 'Premien' : 'Tillägget';
  return ` ${what} betalas tillsammans med resultatersättningen efter ${counted(months, 'månad', 'månader')}.`;
}
