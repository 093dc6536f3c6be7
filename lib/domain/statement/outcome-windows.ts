import { acceptOutcome } from '#lib/domain/compensation/outcome.ts';
import { serviceOf } from '#lib/domain/compensation/service.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { epochDayAfterMonths } from '#lib/shared/epoch-day.ts';
import { fromEpochDay, type PlainDate } from '#lib/shared/plain-date.ts';

/** The last days on which an outcome can start and be signalled; null where the placement has no service days. */
export type OutcomeWindows = { readonly startBy: PlainDate; readonly signalBy: PlainDate };

/** Last days of the agreement's windows, calendar months after the service ended (compensation model section 4, steps 6 and 7). */
export function outcomeWindows(agreement: AgreementVersion, facts: PlacementFacts): OutcomeWindows | null {
  const { serviceEnd } = serviceOf(facts.placement);
  if (serviceEnd === null) return null;
  const { startWithinMonthsAfterEnd, signalWithinMonthsAfterEnd } = agreement.resultPay;
  return {
    startBy: fromEpochDay(epochDayAfterMonths(serviceEnd, startWithinMonthsAfterEnd) - 1),
    signalBy: fromEpochDay(epochDayAfterMonths(serviceEnd, signalWithinMonthsAfterEnd) - 1),
  };
}

/** The calendar months after which an outcome's amount is released; null for keys that are no such amount. */
export function monthsOfKey(agreement: AgreementVersion, key: string): number | null {
  if (key === 'speed') return agreement.speedBonus?.releaseMonths ?? null;
  if (key === 'supplement') return agreement.supplement?.releaseMonths ?? null;
  const match = /^result:(\d+)$/.exec(key);
  return match === null ? null : Number(match[1]);
}

/** The day that an outcome's amount falls due, or null where the facts give none. */
export function dueDayOf(agreement: AgreementVersion, facts: PlacementFacts, key: string): PlainDate | null {
  const months = monthsOfKey(agreement, key);
  if (facts.outcome === null || months === null) return null;
  const accepted = acceptOutcome(agreement, facts, facts.outcome);
  return accepted.ok ? fromEpochDay(epochDayAfterMonths(accepted.value.countedFrom, months)) : null;
}
