import type { ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { AbsenceReason, Level } from '#lib/domain/compensation/types.ts';
import type { Effect } from '#lib/domain/effect/effect.ts';
import type { Finding } from '#lib/domain/report/check.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportDecision, ReportStatus } from '#lib/domain/review/decide-report.ts';
import type { ReopenKind } from '#lib/domain/review/reopen-report.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type LoggedMinutes = {
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly note: string;
};

export type EarlierReport = {
  readonly id: string;
  readonly month: Month;
  readonly status: ReportStatus;
  readonly supportMinutes: number;
  readonly onSiteMinutes: number;
};

export type ReportedRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
};
export type PlannedActivity = {
  readonly activity: ActivityCode;
  readonly purpose: string;
  readonly goal: string;
};
/** What a check found when the report was submitted. */
export type StoredFinding = Pick<Finding, 'code' | 'severity' | 'facts'>;
export type EarlierDecision = {
  readonly decision: ReportDecision['kind'];
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedByName: string | null;
  /** What it changed for the placement; null for decisions made before that was kept. */
  readonly effectOre: Ore | null;
};
/** A decision that was taken up again. */
export type ShownReopening = {
  readonly id: string;
  readonly kind: ReopenKind;
  readonly reason: string;
  readonly effectOre: Ore;
  readonly reopenedAt: string;
  readonly reopenedByName: string;
};
/** What each decision that can be made now would do to the placement's money. */
export type ReportEffects = { readonly [Choice in ReportDecision['kind'] | 'reopen']?: Effect };

/** Who, where and when. */
export type ReportHead = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly status: ReportStatus;
  readonly month: Month;
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly level: Level;
  readonly placementFrom: PlainDate;
  readonly placementTo: PlainDate;
  readonly implementationReference: string;
  readonly providerName: string;
  readonly officeName: string;
  readonly coachName: string | null;
  readonly submittedOn: PlainDate;
  readonly submittedByName: string | null;
  readonly attestedByName: string | null;
  readonly decideBy: PlainDate;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: AbsenceReason | null;
  readonly risk: number;
  readonly takenByPersonId: string | null;
  readonly takenByName: string | null;
  readonly ownSubmission: boolean;
  readonly supersedesId: string | null;
};

/** Where the report is a correction: why it was made, and what it corrected. */
export type MadeCorrection = { readonly reason: string; readonly before: ReportContent };

export type ReviewedReportPage = ReportHead & {
  readonly correction: MadeCorrection | null;
  /** A correction of the report that waits for a decision. */
  readonly waitingCorrectionId: string | null;
  readonly amountOre: Ore;
  readonly rows: readonly ReportedRow[];
  readonly plan: readonly PlannedActivity[];
  readonly planDerived: boolean;
  readonly log: readonly LoggedMinutes[];
  /** Absences that are reported, of any month. */
  readonly absences: readonly ShownAbsence[];
  readonly findings: readonly StoredFinding[];
  readonly decisions: readonly EarlierDecision[];
  readonly reopenings: readonly ShownReopening[];
  readonly effects: ReportEffects;
  /** Whether the reviewer made the decision that stands. */
  readonly ownDecision: boolean;
  readonly reconsidered: boolean;
  readonly earlier: readonly EarlierReport[];
};
