import { createPeriod, type Period } from '#lib/shared/period.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A service period of a placement, half-open; `number` is its place in the participant's service (1 or 2). */
export type PlacedPeriod = { readonly number: number; readonly from: PlainDate; readonly to: PlainDate };

/** How a switch divides a placement. Every day of it stands in exactly one of the two. */
export type Settlement = {
  /** The first day that is no longer the old placement's: its `end`. */
  readonly end: PlainDate;
  /** The new placement's days. */
  readonly period: Period;
  /** What is left of the period that the switch falls in: the new placement's, under a reference of its own. */
  readonly divided: PlacedPeriod | null;
  /** Numbers of the periods that begin on or after the switch: they move along, reference and all. */
  readonly moved: readonly number[];
};

/**
 * Divides a placement's days at a switch: those before `effectiveOn` stay, the others go to the new placement, which ends
 * where the old one was planned to (switch, section 2). Null where nothing would be left to move: `effectiveOn` on or after
 * the planned end.
 */
export function settleSwitch(
  placement: { readonly to: PlainDate; readonly periods: readonly PlacedPeriod[] },
  effectiveOn: PlainDate,
): Settlement | null {
  const period = createPeriod(effectiveOn, placement.to);
  if (!period.ok) return null;
  const within = placement.periods.find(({ from, to }) => from < effectiveOn && effectiveOn < to);
  return {
    end: effectiveOn,
    period: period.value,
    divided: within === undefined ? null : { ...within, from: effectiveOn },
    moved: placement.periods.filter(({ from }) => from >= effectiveOn).map(({ number }) => number),
  };
}
