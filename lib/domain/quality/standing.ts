import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the contract asks for of each placement (service description section 6), in the order in which people see it. */
export const PLACEMENT_REQUIREMENTS = [
  'support',
  'onSite',
  'meeting',
  'onSiteMeeting',
  'plan',
  'report',
  'otherActor',
] as const;
export type PlacementRequirement = (typeof PLACEMENT_REQUIREMENTS)[number];

/** … and of coaches and of offices. */
export const OFFICE_REQUIREMENTS = ['premises', 'finalReport', 'planable'] as const;
export type Requirement = PlacementRequirement | 'coachLoad' | (typeof OFFICE_REQUIREMENTS)[number];

/**
 * `broken` today, `near`: will be within days unless something is done, `unknown`: nothing tells, which is never taken
 * for good, `met`.
 */
export const QUALITY_STATES = ['broken', 'near', 'unknown', 'met'] as const;
export type QualityState = (typeof QUALITY_STATES)[number];

/** Where a month's minutes come from: the log in the portal, or the periodic report of a provider that keeps its own. */
export type MinutesSource = 'log' | 'report';

/** The facts of each sentence. Dates are days on which something was or is to be done; minutes, days, months are whole. */
export type StandingFacts = {
  readonly WEEK_BELOW: {
    readonly weekFrom: PlainDate;
    readonly minutes: number;
    readonly least: number;
    readonly below: number;
    readonly judged: number;
    /** Minutes that the week that goes on lacks; 0 for none. */
    readonly left: number;
  };
  readonly WEEK_LEFT: { readonly minutes: number; readonly least: number; readonly left: number };
  readonly WEEKS_ENOUGH: { readonly judged: number };
  readonly WEEK_BEGUN: object;
  readonly MONTH_BELOW: { readonly month: Month; readonly minutes: number; readonly least: number };
  readonly MONTH_ENOUGH: { readonly month: Month; readonly minutes: number; readonly least: number };
  readonly SHARE_BELOW: ShareFacts;
  readonly SHARE_BELOW_NOW: ShareFacts;
  readonly SHARE_ENOUGH: ShareFacts;
  readonly NO_SUPPORT: object;
  readonly MEETING_OVERDUE: { readonly last: PlainDate | null; readonly days: number };
  readonly MEETING_SOON: { readonly last: PlainDate | null };
  readonly MEETING_HELD: { readonly last: PlainDate };
  readonly MEETING_AHEAD: object;
  readonly PLAN_MISSING: { readonly period: number };
  readonly PLAN_LATE: { readonly period: number; readonly madeOn: PlainDate; readonly due: PlainDate };
  readonly PLAN_SOON: { readonly period: number };
  readonly PLAN_MADE: { readonly period: number; readonly madeOn: PlainDate };
  readonly PLAN_UNDATED: object;
  readonly REPORT_MISSING: { readonly month: Month; readonly missing: number };
  readonly REPORT_LATE: { readonly month: Month; readonly submittedOn: PlainDate; readonly due: PlainDate };
  readonly REPORT_SOON: { readonly month: Month };
  readonly REPORT_NEXT: { readonly month: Month };
  readonly REPORT_SENT: { readonly month: Month; readonly submittedOn: PlainDate };
  readonly REPORT_AHEAD: object;
  readonly OTHER_ACTOR_TOO_LONG: { readonly months: number; readonly most: number };
  readonly OTHER_ACTOR_LAST: { readonly months: number; readonly most: number };
  readonly OTHER_ACTOR_WITHIN: { readonly months: number; readonly most: number };
  readonly OTHER_ACTOR_UNKNOWN: { readonly months: number; readonly unknown: number };
  /** The provider reports without the log: what has no day cannot be judged by day. */
  readonly OWN_LOG: object;
  /** Neither log nor report. */
  readonly NO_LOG: object;
  /** Days in the service without a service period, which says how much is asked. */
  readonly NO_PERIOD: object;
  readonly COACH_TOO_MANY: CoachFacts;
  readonly COACH_SOON: CoachFacts & { readonly soon: number };
  readonly COACH_WITHIN: CoachFacts;
  readonly PREMISES_TOO_LITTLE: PremisesFacts;
  readonly PREMISES_OPEN: PremisesFacts;
  readonly PREMISES_UNKNOWN: object;
  readonly FINAL_REPORTS_MISSING: { readonly missing: number; readonly ended: number; readonly late: number };
  readonly FINAL_REPORTS_LATE: { readonly late: number; readonly ended: number };
  readonly FINAL_REPORTS_SOON: { readonly soon: number; readonly ended: number };
  readonly FINAL_REPORTS_SENT: { readonly ended: number };
  readonly FINAL_REPORTS_NONE: object;
  readonly PLANABLE_LOW: PlanableFacts;
  readonly PLANABLE_ENOUGH: PlanableFacts;
  readonly PLANABLE_UNKNOWN: { readonly answers: number; readonly least: number };
};
type ShareFacts = {
  readonly month: Month;
  readonly permille: number;
  readonly least: number;
  readonly source: MinutesSource;
};
type CoachFacts = { readonly participants: number; readonly most: number };
type PlanableFacts = { readonly permille: number; readonly least: number; readonly answers: number };
type PremisesFacts = { readonly days: number; readonly leastDays: number; readonly leastHours: number };

export type StandingCode = keyof StandingFacts;

/** Why a standing is what it is, for its sentence. */
export type Because = {
  readonly [Code in StandingCode]: { readonly code: Code } & StandingFacts[Code];
}[StandingCode];

/** How somebody stands against one requirement on a day. */
export type Standing<R extends Requirement = Requirement> = {
  readonly requirement: R;
  readonly state: QualityState;
  /** What there is and what it is held against, in the requirement's own unit; null where there is nothing to measure. */
  readonly value: number | null;
  readonly limit: number | null;
  /** First day on which it is broken, where it is. */
  readonly since: PlainDate | null;
  /** Last day to do what is needed, passed where it was not done; null where nothing is to be done. */
  readonly until: PlainDate | null;
  readonly because: Because;
};

/** Days ahead that are `near`: a working week, in which a meeting can still be booked. */
export const NEAR_DAYS = 5;
/** The same for what is counted by calendar month: half of one is needed to mend it. */
export const NEAR_DAYS_OF_MONTH = 14;
