import type { Actor } from '#lib/domain/actor/actor.ts';
import type { CorrectionStatus } from '#lib/domain/report/correct-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportStatus } from '#lib/domain/review/decide-report.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What somebody is correcting, as it is kept: written on, or waiting for a reviewer. */
export type OpenCorrection = {
  readonly id: string;
  readonly status: Extract<CorrectionStatus, 'draft' | 'submitted'>;
  readonly reason: string;
  readonly content: ReportContent;
  readonly version: number;
};

/** A report of the provider's own, with its correction if one is open. */
export type Correctable = {
  readonly id: string;
  readonly placementId: string;
  readonly participantId: string;
  readonly month: Month;
  readonly status: ReportStatus;
  readonly reopened: boolean;
  readonly proposed: boolean;
  readonly submittedOn: PlainDate;
  readonly takenByPersonId: string | null;
  readonly reference: string;
  readonly content: ReportContent;
  readonly open: OpenCorrection | null;
};

type Which = { readonly reportId: string } | { readonly correctionId: string };

/**
 * The report that is, or is to be, corrected; locked together with its open correction where it is to be changed. Null
 * where it is not within the actor's reach.
 */
export async function findCorrectable(
  tx: Tx,
  actor: Actor,
  which: Which,
  { forUpdate }: { readonly forUpdate: boolean },
): Promise<Correctable | null> {
  const report =
    'reportId' in which
      ? Prisma.sql`${which.reportId}::uuid`
      : Prisma.sql`(SELECT c.report_id FROM report_correction c WHERE c.id = ${which.correctionId}::uuid)`;
  if (forUpdate) {
    await tx.$queryRaw`SELECT r.id::text FROM report r WHERE r.id = ${report} AND ${reportsInReach(actor)} FOR UPDATE OF r`;
    await tx.$queryRaw`SELECT c.id::text FROM report_correction c WHERE c.report_id = ${report} AND c.status IN ('draft', 'submitted') FOR UPDATE`;
  }
  const [row] = await queryJson<Correctable>(
    tx,
    Prisma.sql`
    SELECT r.id, r.placement_id AS "placementId", r.participant_id AS "participantId", to_char(r.month, 'YYYY-MM') AS month, r.status,
      EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = r.id) AND r.status <> 'approved' AS reopened, r.reply_by IS NOT NULL AS proposed,
      r.submitted_on AS "submittedOn", r.taken_by_person_id AS "takenByPersonId", ${CONTENT_OF_REPORT} AS content,
      (SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = r.placement_id
        AND s."from" < r.month + interval '1 month' ORDER BY s.number DESC LIMIT 1) AS reference,
      (SELECT json_build_object('id', c.id, 'status', c.status, 'reason', c.reason, 'content', c.content, 'version', c.version)
        FROM report_correction c WHERE c.report_id = r.id AND c.status IN ('draft', 'submitted')) AS open
    FROM report r WHERE r.id = ${report} AND ${reportsInReach(actor)}`,
  );
  return row ?? null;
}
