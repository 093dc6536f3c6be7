import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { notAssessed, type ToldNotAssessed, toldNotAssessed } from '#lib/domain/report/not-assessed.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { HAD_LOG, IS_AWAY_WHOLE_DAYS } from '#lib/server/report/log-of-report.ts';
import { type Ore, ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** All that can become of a report. */
export type ReportStatus = CurrentStatus | 'superseded' | 'withdrawn';

/** One version of a month's report, with what was decided on it. */
export type ListedVersion<Status extends string = string> = {
  readonly id: string;
  readonly number: number;
  readonly status: Status;
  readonly submittedOn: PlainDate;
  /** Of the decision to return or reject it. */
  readonly reasonCode: string | null;
  readonly reason: string | null;
};

/** A report as a provider's own system reads it. */
export type ListedReport<Status extends string = string> = ListedVersion<Status> & {
  readonly implementationReference: string;
  readonly month: Month;
  readonly decideBy: PlainDate;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: AbsenceReason | null;
  /** With the minutes that were approved, where they are fewer. */
  readonly rows: readonly (ReportRow & { readonly approvedMinutes: number | null })[];
  readonly amountOre: Ore;
  readonly notAssessed: ToldNotAssessed | null;
};

export type ListedRow<Status extends string> = Omit<ListedReport<Status>, 'amountOre' | 'notAssessed'> & {
  readonly amountOre: string;
  readonly participantId: string;
  readonly hadLog: boolean;
  readonly isAwayWholeDays: boolean;
};

/** Columns of {@link ListedVersion} for a report `r`, with {@link DECISION_JOIN}. */
export const VERSION_COLUMNS = Prisma.sql`r.id::text, r.number, r.status::text, r.submitted_on::text AS "submittedOn",
  d.reason_code AS "reasonCode", d.reason`;

/** A version that came back keeps why also when the next one has taken its place. */
export const DECISION_JOIN = Prisma.sql`LEFT JOIN LATERAL (SELECT d.decision, d.reason_code, d.reason FROM review_decision d
  WHERE d.report_id = r.id ORDER BY d.decided_at DESC LIMIT 1) d
  ON r.status IN ('returned', 'rejected') OR (r.status = 'superseded' AND d.decision = 'return')`;

/** Columns of {@link ListedRow} for a report `r`, with {@link DECISION_JOIN}. */
export const LISTED_COLUMNS = Prisma.sql`${VERSION_COLUMNS}, r.participant_id::text AS "participantId", to_char(r.month, 'YYYY-MM') AS month,
  (SELECT s.implementation_reference::text FROM service_period s WHERE s.placement_id = r.placement_id
    AND s."from" < r.month + interval '1 month' ORDER BY s.number DESC LIMIT 1) AS "implementationReference",
  r.decide_by::text AS "decideBy", r.language_support AS "languageSupport", r.job_suggestions AS "jobSuggestions",
  r.no_activity_reason::text AS "noActivityReason", r.amount_ore::text AS "amountOre",
  ${HAD_LOG} AS "hadLog", ${IS_AWAY_WHOLE_DAYS} AS "isAwayWholeDays",
  coalesce((SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', w.minutes, 'approvedMinutes', w.approved_minutes) ORDER BY w.id)
    FROM report_row w WHERE w.report_id = r.id), '[]') AS rows`;

export function listedReport<Status extends string>(row: ListedRow<Status>): ListedReport<Status> {
  const { participantId: _, hadLog, isAwayWholeDays, ...shown } = row;
  const checks = notAssessed({ content: row, hasLog: hadLog, isAwayWholeDays });
  return { ...shown, amountOre: ore(Number(row.amountOre)), notAssessed: toldNotAssessed(checks) };
}
