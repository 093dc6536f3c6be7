import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { OutcomeReason } from '#lib/domain/compensation/evaluation.ts';
import { acceptOutcome } from '#lib/domain/compensation/outcome.ts';
import { serviceOf } from '#lib/domain/compensation/service.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { effectBetween, type KeyEffect } from '#lib/domain/effect/effect.ts';
import { epochDayAfterMonths } from '#lib/shared/epoch-day.ts';
import { fromEpochDay, type PlainDate } from '#lib/shared/plain-date.ts';

/** Before which days work or studies must have begun, and the signal have come; null where there are no service days. */
export type OutcomeWindows = {
  readonly serviceEnd: PlainDate;
  readonly startBefore: PlainDate;
  readonly signalBefore: PlainDate;
};

/** The windows of a placement, exclusive: calendar months after its service ends (compensation model section 4, 6–7). */
export function outcomeWindows(
  { resultPay }: AgreementVersion,
  placement: PlacementFacts['placement'],
): OutcomeWindows | null {
  const { serviceEnd } = serviceOf(placement);
  if (serviceEnd === null) return null;
  return {
    serviceEnd: fromEpochDay(serviceEnd),
    startBefore: fromEpochDay(epochDayAfterMonths(serviceEnd, resultPay.startWithinMonthsAfterEnd)),
    signalBefore: fromEpochDay(epochDayAfterMonths(serviceEnd, resultPay.signalWithinMonthsAfterEnd)),
  };
}

/** When an outcome counts from, and on which day each milestone falls due. */
export type OutcomeClock = {
  readonly start: PlainDate;
  readonly countedFrom: PlainDate;
  readonly milestones: readonly { readonly months: number; readonly dueOn: PlainDate }[];
};

/** The clock of the outcome in the facts; the reason where nothing of it counts; null where there is no outcome. */
export function outcomeClock(
  agreement: AgreementVersion,
  facts: PlacementFacts,
): OutcomeClock | OutcomeReason | null {
  if (facts.outcome === null) return null;
  const accepted = acceptOutcome(agreement, facts, facts.outcome);
  if (!accepted.ok) return accepted.error;
  const { countedFrom, startOn } = accepted.value;
  return {
    start: startOn,
    countedFrom: fromEpochDay(countedFrom),
    milestones: agreement.resultPay.milestones.map(({ months }) => ({
      months,
      dueOn: fromEpochDay(epochDayAfterMonths(countedFrom, months)),
    })),
  };
}

/** How each amount of the outcome stands today: paid, pending with its date, or not payable with its reason. */
export function outcomeStanding(
  agreement: AgreementVersion,
  facts: PlacementFacts,
): readonly Pick<KeyEffect, 'key' | 'component' | 'after'>[] {
  const without = evaluate(agreement, { ...facts, outcome: null });
  return effectBetween(without, evaluate(agreement, facts)).keys;
}

/** Up to which days evidence would release something that is due: the milestones' days that have come, in order. */
export function verificationDays(clock: OutcomeClock, today: PlainDate): readonly PlainDate[] {
  return clock.milestones.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn <= today);
}
