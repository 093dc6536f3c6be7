import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A version of a plan as it is stored. */
export type StoredPlan = PlanVersion & {
  readonly id: string;
  readonly number: number;
  /** Made from what was reported, not planned together. */
  readonly derived: boolean;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly createdByName: string | null;
};

/** A participant's joint plan as the provider sees it. */
export type PlacementPlan = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly reference: string;
  /** The service days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Last day on which the first version is in time. */
  readonly dueOn: PlainDate;
  /** Every version, the latest first. */
  readonly versions: readonly StoredPlan[];
};
