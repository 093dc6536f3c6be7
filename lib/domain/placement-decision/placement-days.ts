import type { EndReason } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A placement's days as they stand. */
export type PlacementDays = {
  readonly from: PlainDate;
  /** First day after the planned service days. */
  readonly to: PlainDate;
  /** First day no longer in the service; null while it goes on. */
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
};

/**
 * Where a placement is on a day. One that nobody has ended is completed from its planned end: that is derived from the day,
 * never written (compensation model section 2: no `end` means all days of the periods).
 */
export type PlacementStanding = 'coming' | 'goesOn' | 'ending' | 'ended' | 'completed';

export function placementStanding({ from, to, end }: PlacementDays, today: PlainDate): PlacementStanding {
  if (end !== null && end <= today) return 'ended';
  if (today >= to) return 'completed';
  if (today < from) return 'coming';
  return end === null ? 'goesOn' : 'ending';
}
