import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { Coach } from '#lib/domain/placement/placed-participant.ts';
import type { NextStep } from '#lib/domain/placement/next-steps.ts';
import type { PlanComment } from '#lib/domain/plan/plan-comment.ts';
import type { PlanDue } from '#lib/domain/plan/plan-due.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A service period of the placement, half-open, as it was decided. */
export type CardPeriod = {
  readonly number: number;
  readonly implementationReference: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

export type CardEntry = {
  readonly id: string;
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly note: string;
};

/** The report of a month that counts, with the reason where it was sent back or refused. */
export type CardReport = {
  readonly id: string;
  readonly month: Month;
  readonly status: CurrentStatus;
  readonly submittedOn: PlainDate;
  readonly decideBy: PlainDate;
  readonly amountOre: Ore;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedOn: PlainDate | null;
};

/** Everything about a participant that the staff of the office needs in their work. */
export type ParticipantCard = {
  readonly placementId: string;
  readonly participantId: string;
  readonly version: number;
  readonly name: string;
  readonly level: Level;
  readonly officeName: string;
  readonly choice: 'active' | 'proximity';
  /** BCP 47 tag. */
  readonly language: string;
  readonly needsLanguageSupport: boolean;
  readonly coach: { readonly personId: string; readonly name: string } | null;
  readonly from: PlainDate;
  /** First day no longer in the service: when it ended, or will by plan. */
  readonly to: PlainDate;
  readonly endReason: EndReason | null;
  readonly periods: readonly CardPeriod[];
  /** The latest version first. */
  readonly plans: readonly StoredPlan[];
  /** The plan that is to be made now, if any. */
  readonly planDue: PlanDue | null;
  /** What the participant has said about the plan, the latest first. */
  readonly comments: readonly PlanComment[];
  /** The month whose log is shown, and the log in order of date. */
  readonly month: Month;
  readonly entries: readonly CardEntry[];
  /** The latest month first. */
  readonly reports: readonly CardReport[];
  readonly steps: readonly NextStep[];
  /** Who may be the coach. */
  readonly coaches: readonly Coach[];
};
