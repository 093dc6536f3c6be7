import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import type { PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { PlanDue, PlannedPlacement } from '#lib/domain/plan/plan-due.ts';

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
export type PlacementPlan = PlannedPlacement & {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  /** The plan that is to be made now, if any. */
  readonly due: PlanDue | null;
  /** Every version, the latest first. */
  readonly versions: readonly StoredPlan[];
  /** The participant's comments, the latest first. */
  readonly comments: readonly PlanComment[];
};
