import type { ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { AbsenceReason, Level } from '#lib/domain/compensation/types.ts';
import type { Effect } from '#lib/domain/effect/effect.ts';
import type { Finding } from '#lib/domain/report/check.ts';
import type { DatedCheck } from '#lib/domain/report/not-assessed.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import {
  awaitsDecision,
  type ReportDecision,
  type ReportStatus,
  type StandingStatus,
} from '#lib/domain/review/decide-report.ts';
import type { FindingVerdict } from '#lib/domain/review/finding-verdict.ts';
import type { LoweredRow } from '#lib/domain/review/lower-rows.ts';
import type { ReplyState } from '#lib/domain/review/reply-state.ts';
import type { Route, RouteReason } from '#lib/domain/review/route.ts';
import type { ReopenKind } from '#lib/domain/review/reopen-report.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type LoggedMinutes = {
  readonly id: string;
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly note: string;
};

/** What the participant says of an entry of the log or, where the provider keeps its own, of a row. The latest answer counts. */
export type ParticipantAnswer = {
  readonly entryId: string | null;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly answer: 'confirmed' | 'disputed';
  readonly cause: 'shorter' | 'absent' | 'other' | null;
  readonly words: string;
  readonly answeredAt: string;
};

/** A month before, in the minutes that were approved. */
export type EarlierReport = {
  readonly id: string;
  readonly month: Month;
  readonly status: ReportStatus;
  /** Who made the decision that stands; null where nobody has in the portal. */
  readonly by: DecidedBy | null;
  readonly supportMinutes: number;
  readonly onSiteMinutes: number;
};

/** Minutes as reported, and those that count where fewer were approved. */
export type ReportedRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly approvedMinutes?: number | null;
};
export type PlannedActivity = {
  readonly activity: ActivityCode;
  readonly purpose: string;
  readonly goal: string;
};
/** What a check found when the report was submitted. */
export type StoredFinding = Pick<Finding, 'code' | 'severity' | 'facts'>;
/** A person, the rules, the agreement after so many days, or silence after a proposal. */
export type DecidedBy = 'person' | 'rules' | 'deemed' | 'silence';
/** What a provider answered to a proposed rejection. */
export type ShownReply = {
  readonly text: string;
  readonly repliedAt: string;
  readonly repliedByName: string;
};
export type EarlierDecision = {
  readonly id: string;
  readonly reportId: string;
  readonly by: DecidedBy;
  readonly decision: ReportDecision['kind'];
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedByName: string | null;
  /** By when a proposed rejection is answered, or a returned report completed. */
  readonly lastDay: PlainDate | null;
  /** The rows of which fewer minutes were approved. */
  readonly lowered: readonly LoweredRow[];
  readonly reply: ShownReply | null;
  /** What it changed for the placement, and what the next statement would post; null for decisions made before that was kept. */
  readonly effectOre: Ore | null;
  readonly nextOre: Ore | null;
};
/** A decision that was taken up again. */
export type ShownReopening = {
  readonly id: string;
  readonly kind: ReopenKind;
  readonly reason: string;
  readonly effectOre: Ore;
  /** Whose decision it was; null where no person made it. */
  readonly decidedByName: string | null;
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
  readonly route: Route;
  /** Why it goes its way; null for history. */
  readonly routeReason: RouteReason | null;
  readonly standingStatus: StandingStatus;
  /** While a rejection is proposed: the last day to answer. */
  readonly replyBy: PlainDate | null;
};

/** How often persons who decided said that a check was right. */
export type Precision = { readonly upheld: number; readonly judged: number };

/** What a decision made today gives the provider, and the step in which minutes are approved. */
export type DecisionDays = {
  readonly replyBy: PlainDate;
  readonly completeBy: PlainDate;
  readonly minuteStep: number;
  readonly riskThreshold: number;
  /** Weight of each flag in the risk, per mille. */
  readonly flagWeights: Readonly<Record<string, number>>;
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
  readonly answers: readonly ParticipantAnswer[];
  /** Absences that are reported, of any month. */
  readonly absences: readonly ShownAbsence[];
  readonly findings: readonly (StoredFinding & { readonly precision: Precision | null })[];
  /** Checks that could not be assessed when it came in. */
  readonly notAssessed: readonly DatedCheck[];
  /** The latest verdicts on the findings. */
  readonly verdicts: readonly FindingVerdict[];
  readonly decisions: readonly EarlierDecision[];
  readonly reopenings: readonly ShownReopening[];
  readonly effects: ReportEffects;
  readonly reply: ReplyState;
  /** Whether the reviewer made the decision that is being reconsidered. */
  readonly ownDecision: boolean;
  readonly days: DecisionDays;
  readonly earlier: readonly EarlierReport[];
};

/** Whether the reader decides on the report now: it waits, is nobody else's, and neither their own submission nor their own decision. */
export function decidesOn(
  report: Pick<ReviewedReportPage, 'status' | 'ownSubmission' | 'ownDecision' | 'takenByPersonId'>,
  personId: string,
): boolean {
  const { status, ownSubmission, ownDecision, takenByPersonId } = report;
  return (
    awaitsDecision(status) && !ownSubmission && !ownDecision && (takenByPersonId ?? personId) === personId
  );
}
