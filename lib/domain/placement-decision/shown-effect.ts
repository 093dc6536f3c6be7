import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { AgreementVersion, EndReason, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { type Effect, effectOf } from '#lib/domain/effect/effect.ts';
import { patchFacts } from '#lib/domain/effect/patch-facts.ts';
import { firstDay, monthOf, nextMonth } from '#lib/shared/month.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { Period } from '#lib/shared/period.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { type Problem, unprocessable } from '#lib/shared/problem.ts';

/** What a statement made today would rest on for the placement. */
export type DecisionMoney = { readonly facts: PlacementFacts; readonly agreement: AgreementVersion };

/** What an end would do to the money of the placement; null: an end taken back. Öre without VAT. */
export function effectOfEnd(
  { facts, agreement }: DecisionMoney,
  end: { readonly end: PlainDate; readonly endReason: EndReason } | null,
): Effect {
  return effectOf(agreement, facts, agreement, patchFacts(facts, { end }));
}

/** What a second period would do to the money of the placement as it is today. Öre without VAT. */
export function effectOfExtension({ facts, agreement }: DecisionMoney, { from, to }: Period): Effect {
  const periods = [...facts.placement.periods, { number: 2 as const, from, to }];
  return effectOf(agreement, facts, agreement, patchFacts(facts, { periods }));
}

/**
 * The base pay that a period can give at most: every working day of it at the level's day rate, all months reported and
 * approved (compensation model section 3). Öre without VAT.
 */
export function basePayPotential({ facts, agreement }: DecisionMoney, { from, to }: Period): Ore {
  const { notPayable } = evaluate(agreement, {
    ...facts,
    placement: { ...facts.placement, periods: [{ number: 2, from, to }], end: null, endReason: null },
    reports: [],
    absences: [],
    outcome: null,
    posted: [],
    asOf: firstDay(nextMonth(monthOf(addDays(to, -1)))),
  });
  return sumOre(notPayable.map(({ amountOre }) => amountOre));
}

/**
 * What a confirmation names: the day that was decided on and the kronor that were shown with it. Another day, or facts that
 * have moved since, are shown anew before anything is decided: what is shown is what is posted.
 */
export function confirmationOf(day: PlainDate | null, { differenceOre, nextAfterOre }: Effect): string {
  return `${day ?? 'none'}:${differenceOre}:${nextAfterOre}`;
}

/** The code of the answer that shows the kronor anew before anything is decided. */
const SHOWN_ANEW = 'kronorMoved';

/** Kronor that have moved since they were shown: they are shown anew. */
export const kronorMoved = (): Problem =>
  unprocessable(SHOWN_ANEW, {
    sv: 'Läs kronorna en gång till: de gäller inte det du såg förut. Besluta sedan.',
    en: 'Read the kronor once more: they are not what you saw before. Then decide.',
  });
