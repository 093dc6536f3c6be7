import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type OwnPlan = {
  readonly id: string;
  readonly provider: string;
  readonly from: PlainDate;
  readonly number: number;
  readonly goal: string;
  /** Made from what was reported, because no plan had been written. */
  readonly derived: boolean;
  readonly activities: readonly {
    readonly activity: ActivityCode;
    readonly purpose: string;
    readonly goal: string;
  }[];
};

export type OwnPlanView = { readonly participantId: string; readonly plan: OwnPlan | null };
