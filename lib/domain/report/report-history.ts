import type { DatedCheck } from '#lib/domain/report/not-assessed.ts';
import type { OwnReview } from '#lib/domain/review/own-review.ts';
import type { StoredFinding } from '#lib/domain/review/reviewed-report.ts';
import type { CorrectionStatus, CorrectionWay } from '#lib/domain/report/correct-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportDecision, ReportStatus } from '#lib/domain/review/decide-report.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { Remark } from '#lib/domain/report/remark.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, Problem } from '#lib/shared/problem.ts';

/** One version of a month's report. Instants are ISO 8601 in UTC. */
export type ReportVersion = {
  readonly id: string;
  readonly number: number;
  readonly status: ReportStatus;
  readonly version: number;
  readonly submittedAt: string;
  readonly submittedByName: string | null;
  readonly attestationId: string | null;
  readonly content: ReportContent;
  /** Why it was corrected, where it is a correction. */
  readonly reason: string | null;
  readonly decision: {
    readonly decision: ReportDecision['kind'];
    readonly reason: string | null;
    readonly decidedAt: string;
  } | null;
};

/** A correction that is not a version: written on, waiting, refused or taken back. */
export type HeldCorrection = {
  readonly id: string;
  readonly reportId: string;
  readonly status: CorrectionStatus;
  readonly reason: string;
  readonly content: ReportContent;
  readonly version: number;
  readonly draftedByName: string;
  readonly submittedAt: string | null;
  readonly decideBy: PlainDate | null;
  readonly attestationId: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
};

/** A month's report with every version of it, the newest first. */
export type ReportHistory = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly officeName: string;
  readonly level: Level;
  readonly month: Month;
  readonly versions: readonly ReportVersion[];
  /** How the one that counts stands in review; null where all have been taken back. */
  readonly review: OwnReview | null;
  /** The newest first; drafts last written on among them. */
  readonly corrections: readonly HeldCorrection[];
  /** How the one that counts can be corrected now, or why it cannot. */
  readonly way: CorrectionWay | null;
  readonly refusal: Problem | null;
};

/** The version that counts for the month, or null where all have been taken back. */
export function currentVersion({ versions }: Pick<ReportHistory, 'versions'>): ReportVersion | null {
  return versions.find(({ status }) => status !== 'superseded' && status !== 'withdrawn') ?? null;
}

/** The version right before another, or null for the first. */
export function versionBefore(
  { versions }: Pick<ReportHistory, 'versions'>,
  { number }: Pick<ReportVersion, 'number'>,
): ReportVersion | null {
  return versions.find((other) => other.number < number) ?? null;
}

/** A written correction as it is about to be signed. */
export type CorrectionPreview = {
  readonly correctionId: string;
  readonly version: number;
  readonly reportId: string;
  readonly month: Month;
  readonly participantId: string;
  readonly participantName: string;
  readonly before: ReportContent;
  readonly after: ReportContent;
  readonly reason: string;
  readonly statement: string;
  /** Null where the report cannot be corrected as it stands. */
  readonly contentHash: string | null;
  readonly way: CorrectionWay | null;
  readonly refusal: Problem | null;
  readonly problems: readonly FieldProblem[];
  readonly remarks: readonly Remark[];
  /** Checks that could not be assessed; they are not passed. */
  readonly notAssessed: readonly DatedCheck[];
  readonly beforeOre: Ore;
  readonly amountOre: Ore;
  readonly decideBy: PlainDate;
};

/** A correction with what a decision on it rests on. */
export type ReviewedCorrection = Omit<HeldCorrection, 'draftedByName' | 'submittedAt' | 'decideBy'> & {
  readonly month: Month;
  readonly participantId: string;
  readonly participantName: string;
  readonly level: Level;
  readonly providerName: string;
  readonly officeName: string;
  readonly submittedAt: string;
  readonly submittedByName: string;
  readonly decideBy: PlainDate;
  readonly before: ReportContent;
  readonly reportStatus: ReportStatus;
  readonly findings: readonly StoredFinding[];
  readonly risk: number;
  readonly amountBeforeOre: Ore;
  readonly amountOre: Ore;
  readonly newReportId: string | null;
  readonly ownSubmission: boolean;
};
