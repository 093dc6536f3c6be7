import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant's own joint plan: every version of it, and what has been said about them. */
export type OwnPlan = {
  readonly placementId: string;
  readonly provider: string;
  /** First day no longer with the provider. */
  readonly to: PlainDate;
  /** Every version, the latest first; at least one. */
  readonly versions: readonly StoredPlan[];
  /** The participant's comments, the latest first. */
  readonly comments: readonly PlanComment[];
};

export type OwnPlanView = {
  readonly participantId: string;
  readonly today: PlainDate;
  readonly plan: OwnPlan | null;
};
