import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { ReportColumn } from '#lib/domain/report/raw-row.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus, ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * What the automatic checks can find, by stable code, with the facts of its sentence (review section 1). Codes and
 * facts are stored with reports: add, never rename.
 */
export type CheckFacts = {
  REPORT_EMPTY: {
    readonly month: Month;
    /** Whole days of reported absence, and the cause of most of them; none where there are none. */
    readonly absent?: { readonly days: number; readonly reason: AbsenceReason };
  };
  PLAN_MISSING: { readonly month: Month };
  ACTIVITY_NOT_PLANNED: { readonly activity: ActivityCode };
  MONTH_OPEN: { readonly month: Month; readonly opensOn: PlainDate };
  OUTSIDE_PLACEMENT: { readonly month: Month; readonly from: PlainDate; readonly to: PlainDate };
  DUPLICATE_REPORT: { readonly month: Month; readonly status: CurrentStatus };
  IMPOSSIBLE_TIME: {
    readonly minutes: number;
    readonly most: number;
    /** The day, or null where it is the whole month. */
    readonly date: PlainDate | null;
    readonly serviceDays: number;
    /** It is a coach's day, over all participants. */
    readonly coach?: true;
  };
  OTHER_ACTOR_TOO_LONG: { readonly months: number; readonly most: number };
  MANDATORY_MISSING: { readonly month: Month };
  /** Days of whole absence with entries, the first of them, and the entries' minutes. */
  ABSENT_BUT_ACTIVE: { readonly first: PlainDate; readonly days: number; readonly minutes: number };
  /**
   * How many activities of the report the participant disputes, and the first; no day where only its row is known. Where they no
   * longer dispute any, since which day, and it is the last that they spoke of.
   */
  PARTICIPANT_DISPUTES: {
    readonly disputed: number;
    readonly activity: ActivityCode;
    readonly date: PlainDate | null;
    readonly takenBackOn?: PlainDate;
  };
  BELOW_MINIMUM: { readonly minutes: number; readonly least: number; readonly serviceDays: number };
  TOO_LITTLE_ON_SITE: { readonly onSite: number; readonly support: number; readonly leastPermille: number };
  /** The longest time without a meeting (of any kind, or on site) that goes into the month. */
  MEETING_INTERVAL: {
    readonly after: PlainDate;
    readonly days: number;
    readonly most: number;
    readonly onSite: boolean;
  };
  COPIED_HOURS: { readonly month: Month; readonly others: number; readonly likely: number };
  UNLIKELY_LEVEL: {
    readonly minutes: number;
    readonly median: number;
    readonly least: number;
    readonly most: number;
  };
  COACH_OVERLOAD: { readonly on: PlainDate; readonly participants: number; readonly most: number };
  DISTANCE_ONLY: { readonly month: Month; readonly months: number };
  RUSHED_BATCH: { readonly reports: number; readonly seconds: number; readonly least: number };
  LATE: { readonly submittedOn: PlainDate; readonly dueOn: PlainDate };
};
export type CheckCode = keyof CheckFacts;

/** `block` keeps a report from being submitted, `hold` needs a person, `flag` adds to the risk. */
export type Severity = 'block' | 'hold' | 'flag';

/** What one check found. */
export type Finding = {
  [Code in CheckCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly facts: CheckFacts[Code];
    /** Index of the content's row; null for the whole report. */
    readonly row: number | null;
    readonly column: ReportColumn;
  };
}[CheckCode];

/** A report as the checks see it. `today` is the day on which it is sent. */
export type Checked = {
  readonly content: ReportContent;
  readonly facts: ReportFacts;
  readonly terms: Terms;
  readonly today: PlainDate;
};

/** One automatic check: pure, and silent where there is nothing to say. */
export type Check = (checked: Checked) => readonly Finding[];
