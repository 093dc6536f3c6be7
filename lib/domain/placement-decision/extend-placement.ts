import type { PlacementDays } from '#lib/domain/placement-decision/placement-days.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { type Period, period } from '#lib/shared/period.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem, type Text } from '#lib/shared/problem.ts';

/** What an extension is judged by. */
export type ExtendablePlacement = PlacementDays & {
  /** Whether the participant's decision has a second period already, here, at another provider or waiting. */
  readonly hasSecondPeriod: boolean;
};

/**
 * Why a placement cannot have a second period, or null. A service has two periods at most, without a gap between them
 * (service description section 3). A period is decided while the one before it runs: decided afterwards it would begin
 * in the past and give days of service, with their base pay, that nobody had decided when they went by; after the last
 * day a new decision is needed.
 */
export function notExtendableBecause(
  { from, to, end, endReason, hasSecondPeriod }: ExtendablePlacement,
  today: PlainDate,
): keyof typeof REFUSALS | null {
  if (hasSecondPeriod) return 'secondPeriod';
  if (end !== null) return endReason === 'switch' ? 'switches' : 'ended';
  if (today < from) return 'notBegun';
  return today >= to ? 'periodOver' : null;
}

const REFUSALS = {
  secondPeriod: {
    sv: 'Deltagaren har redan två perioder. Fler finns inte.',
    en: 'The participant already has two periods. There are no more.',
  },
  switches: {
    sv: 'Deltagaren byter leverantör. Förlängningen gäller den nya leverantören, när bytet har skett.',
    en: 'The participant switches provider. The extension is for the new provider, once the switch has taken effect.',
  },
  ended: {
    sv: 'Placeringen har redan ett slut och kan inte förlängas.',
    en: 'The placement already has an end and cannot be extended.',
  },
  notBegun: {
    sv: 'Deltagaren har inte börjat hos leverantören än. Förlängningen kan beslutas från första dagen.',
    en: 'The participant has not begun with the provider yet. The extension can be decided from the first day.',
  },
  periodOver: {
    sv: 'Period 1 är slut. En förlängning beslutas medan perioden pågår; nu behövs ett nytt beslut om insats.',
    en: 'Period 1 is over. An extension is decided while the period runs; a new decision is needed now.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Null where a second period can be decided on; else why not. */
export function refuseExtending(placement: ExtendablePlacement, today: PlainDate): Problem | null {
  const because = notExtendableBecause(placement, today);
  return because === null
    ? null
    : conflict([], { code: `notExtendable.${because}`, title: REFUSALS[because] });
}

/** The second period: from the day after the first, for the terms' days. No gap, no overlap. */
export function secondPeriod({ to }: Pick<PlacementDays, 'to'>, periodDays: number): Period {
  return period(to, addDays(to, periodDays));
}

/** Last day on which the provider's basis is in time: so many days before the period's last day. */
export function extensionDueOn({ to }: Pick<PlacementDays, 'to'>, leadDays: number): PlainDate {
  return addDays(to, -1 - leadDays);
}

/** Days before the basis is due from which it is asked for. */
export const ASKED_AHEAD_DAYS = 30;

/** What an extension gives, in one sentence. */
export function extensionSv({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): string {
  return `Period 2 går från ${formatDate(from)} till och med ${formatDate(addDays(to, -1))}.`;
}
