import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { DocumentDraft, ListedDocument } from '#lib/domain/document/document-pages.ts';
import type { Experience } from '#lib/domain/experience/experience.ts';
import type { CardEvents } from '#lib/domain/placement/card-event.ts';
import type { Workload } from '#lib/domain/intake/workload.ts';
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
  /** Who gave it while they covered for the coach; null where nobody did. */
  readonly coveredBy: string | null;
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
  readonly coach: { readonly personId: string; readonly name: string; readonly email: string | null } | null;
  /** Who covers for the coach today, and the first day without that. */
  readonly cover: { readonly name: string; readonly to: PlainDate } | null;
  readonly protected: boolean;
  /** Never of somebody with protected identity. */
  readonly email: string | null;
  readonly officePhone: string | null;
  readonly agreementName: string;
  readonly kaNumber: string;
  readonly from: PlainDate;
  /** First day no longer in the service: when it ended, or will by plan. */
  readonly to: PlainDate;
  readonly endReason: EndReason | null;
  /** Whether the participant came here from another provider. */
  readonly cameBySwitch: boolean;
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
  /** Documents in their latest versions, and what is being written. */
  readonly documents: readonly ListedDocument[];
  /** The outcome report that stands, if any. */
  readonly outcomeId: string | null;
  readonly drafts: readonly DocumentDraft[];
  readonly events: CardEvents;
  readonly experience: readonly Experience[];
  readonly steps: readonly NextStep[];
  /** Who may be the coach. */
  readonly coaches: readonly Workload[];
  /** The terms' most participants of a full-time coach. */
  readonly most: number;
};
