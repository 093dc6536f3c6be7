import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { PlanAim } from '#lib/domain/plan/plan-aim.ts';
import type { Area, OfficeKey } from '#prisma/seed/demo/firms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Month } from '#lib/shared/month.ts';

/** How a month was logged, and so what the checks say of it. */
export type LogKind =
  /** Everything that is asked for. */
  | 'full'
  /** Only the first week: too little. */
  | 'partial'
  /** All at a distance. */
  | 'remote'
  /** No individual meeting. */
  | 'noMeeting'
  /** One activity that is not in the plan. */
  | 'offPlan'
  | 'nothing';

/** What somebody has filled in for a month beside the log. */
export type DraftKind = 'rounded' | 'sick';

/** What became of a report, where it is not simply approved. */
export type ReviewKind = 'late' | 'overdue' | 'returned' | 'rejected' | 'taken' | 'waiting';

export type MonthStory = {
  readonly log: LogKind;
  readonly draft?: DraftKind;
  readonly review?: ReviewKind;
};

/** Work or studies that came of a placement, and what the authority's people have made of it. */
export type OutcomeStory = {
  readonly type: 'employment' | 'studies';
  readonly from: PlainDate;
  /** Studies: the day applied. */
  readonly appliedOn: PlainDate | null;
  readonly employer: { readonly name: string; readonly orgNo: string | null };
  readonly extentPercent: number;
  readonly registeredOn: PlainDate;
  /** Null: it waits for a decision. */
  readonly decided:
    | { readonly on: PlainDate; readonly verifiedThrough: PlainDate }
    | { readonly on: PlainDate; readonly rejectedBecause: string }
    | null;
};

/** A placement in the story. */
export type Stay = {
  readonly office: OfficeKey;
  readonly choice: 'active' | 'proximity';
  /** One reference for each period. */
  readonly periods: readonly {
    readonly reference: string;
    readonly number: 1 | 2;
    readonly from: PlainDate;
    readonly to: PlainDate;
  }[];
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
  /** Who is the participant's coach, by subject. */
  readonly coach: string | null;
  readonly plan: {
    readonly from: PlainDate;
    readonly aim: PlanAim;
    readonly field: string;
    readonly goal: string;
    readonly activities: readonly ActivityCode[];
  } | null;
  /** First day of the plan that was made anew, where one was. */
  readonly redonePlanFrom: PlainDate | null;
  /** Months that differ from a full log that is sent and approved. */
  readonly months: ReadonlyMap<Month, MonthStory>;
  readonly outcome: OutcomeStory | null;
};

/** What a participant did in the portal itself. */
export type PortalStep =
  | { readonly kind: 'choose'; readonly office: OfficeKey; readonly on: PlainDate }
  | {
      readonly kind: 'switch';
      readonly office: OfficeKey;
      readonly on: PlainDate;
      readonly reason: 'moved' | 'language' | 'heardGood';
    };

export type ParticipantStory = {
  readonly name: string;
  readonly area: Area;
  /** Where the participant lives. */
  readonly place: string;
  readonly level: Level;
  readonly agreement: string;
  readonly arrived: PlainDate;
  readonly stays: readonly Stay[];
  /** A period that no provider is chosen for yet. */
  readonly waiting: { readonly reference: string; readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly step: PortalStep | null;
  readonly protected: boolean;
  /** What there is to see when logging in as this participant; null: nobody needs to. */
  readonly description: string | null;
};
