import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { FinalReport } from '#lib/domain/final-report/final-report.ts';
import type { PlanAim } from '#lib/domain/plan/plan-aim.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a participant who switched may let the next provider read (choice and switch, section 2). */
export const SHARED = ['plan', 'finalReport'] as const;
export type Shared = (typeof SHARED)[number];

/** One thing that is shared or not, and how often that was said. */
export type Sharing = { readonly what: Shared; readonly given: boolean; readonly number: number };

/** A switch with what the participant shares because of it. */
export type SwitchSharing = {
  readonly switchId: string;
  readonly fromProvider: string;
  readonly toProvider: string;
  readonly effectiveOn: PlainDate;
  readonly sharing: readonly Sharing[];
  /** The participant's own final report from the provider before, where there is one. */
  readonly finalReportId: string | null;
};

/** The latest plan at the provider before. */
export type HandedOnPlan = {
  readonly from: PlainDate;
  readonly aim: PlanAim | null;
  readonly field: string;
  readonly goal: string;
  readonly activities: readonly {
    readonly activity: ActivityCode;
    readonly purpose: string;
    readonly goal: string;
  }[];
};

/** What a coach may read from the provider before. Null: not shared; `report` null though shared: not approved yet. */
export type FromBefore = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  /** Where from; null where nothing is shared. */
  readonly provider: string | null;
  readonly effectiveOn: PlainDate;
  readonly isReportShared: boolean;
  readonly isPlanShared: boolean;
  readonly report: {
    readonly id: string;
    readonly content: FinalReport;
    readonly approvedOn: PlainDate;
  } | null;
  readonly plan: HandedOnPlan | null;
};
