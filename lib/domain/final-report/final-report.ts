import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { Copy } from '#lib/domain/document/document-text.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What the participant mostly does after the placement (service description section 5, final report). */
export const OCCUPATIONS = ['work', 'studies', 'switched', 'seeking', 'other'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** How somebody is employed. */
export const EMPLOYMENT_FORMS = [
  'permanent',
  'probation',
  'fixedTerm',
  'hourly',
  'supported',
  'ownBusiness',
] as const;
export type EmploymentForm = (typeof EMPLOYMENT_FORMS)[number];

/** The level of studies. */
export const STUDY_LEVELS = [
  'sfi',
  'basic',
  'upperSecondary',
  'folkHighSchool',
  'vocational',
  'university',
  'other',
] as const;
export type StudyLevel = (typeof STUDY_LEVELS)[number];

/** Longest answer, in characters: what somebody reads before a first meeting. */
export const LONGEST_ANSWER = 2000;

/** Most jobs at once in a report. */
export const MOST_JOBS = 3;

/** One employment: where in working life, what, how and how much (1–100 per cent of full time). */
export type Job = {
  readonly field: string;
  readonly group: string;
  readonly form: EmploymentForm;
  readonly extent: number;
};

/** What the participant does now, with what belongs to it. Lengths are whole weeks. */
export type MainOccupation =
  | { readonly occupation: 'work'; readonly jobs: readonly Job[] }
  | {
      readonly occupation: 'studies';
      readonly level: StudyLevel;
      readonly programme: string;
      readonly weeks: number;
    }
  | { readonly occupation: 'switched' }
  | { readonly occupation: 'seeking' | 'other'; readonly text: string };

/** What was done in an activity, what worked, and what did not and why. */
export type ActivityAnswers = Readonly<Record<ActivityQuestion, string>>;
export const ACTIVITY_QUESTIONS = ['done', 'worked', 'notWorked'] as const;
export type ActivityQuestion = (typeof ACTIVITY_QUESTIONS)[number];

export type ReportedActivity = ActivityAnswers & { readonly activity: ActivityCode };

/** What a final report says. `next` is empty where work or studies needed none. */
export type FinalReport = {
  readonly main: MainOccupation;
  readonly activities: readonly ReportedActivity[];
  readonly progress: string;
  readonly next: string;
};

/** An activity that took place, by the log or else by the month's reports. Minutes are whole. */
export type DoneActivity = {
  readonly activity: ActivityCode;
  readonly minutes: number;
  /** First and last day in the log; of reports the first day of the first and the last month. */
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Days with the activity; null where only reports tell. */
  readonly days: number | null;
  readonly forms: readonly ActivityForm[];
  /** What the latest plan wanted with it; null where it was not planned. */
  readonly purpose: string | null;
  readonly goal: string | null;
};

/** What the rules of a final report rest on. */
export type FinalReportFacts = {
  readonly activities: readonly DoneActivity[];
  readonly plan: { readonly field: string; readonly goal: string } | null;
  /** Working days after the end within which it is in. */
  readonly workdays: number;
  /** Of the report that there is; its participant is not told of them. */
  readonly copies: readonly Copy[];
  /** What caseworkers say of the approved report, the latest first; its participant is not told of it. */
  readonly verdicts: readonly GivenVerdict[];
  /** Whether the participant has switched provider. */
  readonly switched: boolean;
};

/** Whether one can plan from a final report: what a caseworker says who has read it. */
export const VERDICTS_ON_REPORT = ['yes', 'partly', 'no'] as const;
export type VerdictOnReport = (typeof VERDICTS_ON_REPORT)[number];

export type GivenVerdict = {
  readonly id: string;
  readonly verdict: VerdictOnReport;
  readonly missing: string;
  readonly on: PlainDate;
  /** Given by who reads. */
  readonly own: boolean;
};
