import { activityVector } from '#lib/domain/report/activity-vector.ts';
import type { JudgedReport } from '#lib/domain/report/judge-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { type Route, type RouteReason, routeOf } from '#lib/domain/review/route.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import type { PlacementMonth } from '#lib/server/report/placement-months.ts';
import { firstDay } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A report that passed the checks, and what follows from it. */
export type PassedReport = {
  /** Where it is known before it is stored. */
  readonly id?: string;
  readonly placementMonth: PlacementMonth;
  readonly content: ReportContent;
  readonly judged: Omit<JudgedReport, 'notAssessed'>;
  readonly submittedOn: PlainDate;
};

/** How the reports of one batch came in. */
export type Delivery = {
  readonly status: 'submitted' | 'approved';
  readonly source: 'form' | 'file' | 'api' | 'import';
  /** Null for history, of which only the day is known: noon of it. */
  readonly submittedAt: Date | null;
  readonly submittedByPersonId: string | null;
  readonly apiClientId: string | null;
  readonly attestationId: string | null;
  /** States in which a report of the month gives way to the new version; `returned` where nothing else is said. */
  readonly replaces?: readonly CurrentStatus[];
};

/** What is written in the statements that write the reports, so that it costs no way to the database of its own. */
export type Beside = {
  /** With the reports themselves. */
  readonly signature?: Prisma.Sql;
  /** After them, with their rows and findings. */
  readonly after?: readonly Prisma.Sql[];
};

/** The report that was to give way has already: somebody else was faster. */
export class ReportNotReplaced extends Error {
  override readonly name = 'ReportNotReplaced';
  /** As PostgreSQL says that a state cannot be left so: the caller gets a conflict. */
  readonly code = '23001';
}

/**
 * Stores reports with their rows and findings in two statements, however many they are; a returned one, or the one
 * that is corrected, is superseded by the new version. Returns their ids in the same order. Every way in ends here.
 */
export async function insertReports(
  tx: Tx,
  reports: readonly PassedReport[],
  delivery: Delivery,
  { signature, after = [] }: Beside = {},
): Promise<readonly string[]> {
  if (reports.length === 0) return [];
  const stored = reports.map((report) => ({ ...report, id: report.id ?? newId() }));
  await supersede(
    tx,
    stored.flatMap(({ placementMonth: { current } }) => (current === null ? [] : [current.id])),
    delivery.replaces ?? ['returned'],
  );
  const signed = signature === undefined ? Prisma.empty : Prisma.sql`WITH signed AS (${signature}) `;
  await tx.$executeRaw`${signed}INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, supersedes_id, status,
      language_support, job_suggestions, no_activity_reason, submitted_on, submitted_at, submitted_by_person_id, api_client_id, attestation_id,
      source, content_hash, activity_vector, decide_by, amount_ore, risk, holds, route, route_reason)
    SELECT x.id, x.placement_id, x.participant_id, x.provider_id, x.office_id, x.month, x.number, x.supersedes_id, ${delivery.status}::report_status,
      x.language_support, x.job_suggestions, x.no_activity_reason, x.submitted_on,
      coalesce(${delivery.submittedAt?.toISOString() ?? null}::timestamptz, (x.submitted_on + time '12:00') AT TIME ZONE 'Europe/Stockholm'),
      ${delivery.submittedByPersonId}::uuid, ${delivery.apiClientId}::uuid, ${delivery.attestationId}::uuid, ${delivery.source},
      x.content_hash, x.activity_vector, x.decide_by, x.amount_ore, x.risk, x.holds, x.route, x.route_reason
    FROM jsonb_to_recordset(${JSON.stringify(stored.map((report) => reportRecord(report, delivery)))}::jsonb) AS x (id uuid, placement_id uuid, participant_id uuid,
      provider_id uuid, office_id uuid, month date, number int, supersedes_id uuid, language_support text, job_suggestions int,
      no_activity_reason absence_reason, submitted_on date, content_hash text, activity_vector text, decide_by date, amount_ore bigint, risk int, holds int,
      route text, route_reason text)`;
  const rows = stored.flatMap(({ id, content }) => content.rows.map((row) => ({ report_id: id, ...row })));
  const rowInsert = Prisma.sql`INSERT INTO report_row (report_id, activity, form, minutes)
    SELECT report_id, activity, form, minutes FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS x (report_id uuid, activity activity_category, form activity_form, minutes int)`;
  const findings = stored.flatMap(({ id, judged }) =>
    judged.findings.map(({ code, severity, facts }) => ({ report_id: id, code, severity, facts })),
  );
  const parts = [rowInsert, ...after].map((part, n) => Prisma.sql`${Prisma.raw(`part_${n}`)} AS (${part})`);
  // Rows are seen through their report: it has to be there before the statement that writes them.
  await tx.$executeRaw`WITH ${Prisma.join(parts)} INSERT INTO check_finding (report_id, code, severity, facts)
    SELECT report_id, code, severity, facts FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
      AS x (report_id uuid, code text, severity text, facts jsonb)`;
  return stored.map(({ id }) => id);
}

async function supersede(
  tx: Tx,
  reportIds: readonly string[],
  statuses: readonly CurrentStatus[],
): Promise<void> {
  if (reportIds.length === 0) return;
  const superseded = await tx.$executeRaw`UPDATE report SET status = 'superseded', version = version + 1
    WHERE id = ANY (${reportIds}::uuid[]) AND status::text = ANY (${[...statuses]}::text[])`;
  if (superseded !== reportIds.length)
    throw new ReportNotReplaced('The report is no longer there to replace');
}

/** What keeps a report's way from following from the report alone: it stays so in the version that takes its place, or that is sent when it was withdrawn. */
const KEPT: readonly RouteReason[] = ['sample', 'chosen', 'reopened'];

function wayOf(
  { placementMonth: { current, isProtected, lastReason }, judged }: PassedReport,
  { status }: Delivery,
): { readonly route: Route; readonly reason: RouteReason | null } {
  if (status === 'approved') return { route: 'person', reason: current === null ? null : 'correction' };
  if (lastReason !== null && KEPT.includes(lastReason)) return { route: 'person', reason: lastReason };
  return routeOf(judged, judged, { protected: isProtected, correction: current?.status === 'approved' });
}

function reportRecord(report: PassedReport & { id: string }, delivery: Delivery): object {
  const { id, placementMonth, content, judged, submittedOn } = report;
  const { route, reason } = wayOf(report, delivery);
  const { placementId, participantId, providerId, officeId, facts, current, lastNumber } = placementMonth;
  return {
    id,
    placement_id: placementId,
    participant_id: participantId,
    provider_id: providerId,
    office_id: officeId,
    month: firstDay(facts.month),
    number: lastNumber + 1,
    supersedes_id: current?.id ?? null,
    language_support: content.languageSupport,
    job_suggestions: content.jobSuggestions,
    no_activity_reason: content.noActivityReason,
    submitted_on: submittedOn,
    content_hash: contentHash({ placementId, month: facts.month }, content),
    activity_vector: activityVector(content),
    decide_by: judged.decideBy,
    amount_ore: judged.amountOre,
    risk: judged.risk,
    holds: judged.holds,
    route,
    route_reason: reason,
  };
}
