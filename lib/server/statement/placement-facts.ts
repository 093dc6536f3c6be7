import { validateFacts } from '#lib/domain/compensation/validate.ts';
import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** A placement as it stands in the tables, with all that the compensation model asks about it. */
export type PlacementRow = {
  readonly id: string;
  readonly participantId: string;
  readonly agreementVersionId: string;
  readonly level: string;
  readonly from: string;
  readonly to: string;
  readonly end: string | null;
  readonly endReason: string | null;
  readonly cancelled: boolean;
  /** JSON as the database made it, in the model's own shapes. */
  readonly periods: unknown;
  readonly reports: unknown;
  readonly posted: unknown;
};

type Batch = {
  readonly providerId: string;
  readonly asOf: PlainDate;
  /** Placements come in the order of their ids; only those after this one. */
  readonly after: string;
  readonly limit: number;
};

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Before the first placement. */
export const FIRST_BATCH = NO_ID;

/**
 * The next placements of a provider that had begun by `asOf`, with facts as JSON: one query for the whole batch. One
 * that was cancelled counts only where something was posted for it, so that it can be taken back.
 *
 * Of a month's reports the latest that was submitted by `asOf` counts. Where a later one superseded it, it counts as
 * it was last decided (a report that was approved on loading has no decision of its own).
 */
export async function listPlacementRows(tx: Tx, batch: Batch): Promise<readonly PlacementRow[]> {
  const { providerId, asOf, after, limit } = batch;
  return await tx.$queryRaw<PlacementRow[]>`
    SELECT p.id::text, p.participant_id::text AS "participantId", p.agreement_version_id AS "agreementVersionId", p.level::text,
      p."from"::text, p."to"::text, p."end"::text, p.end_reason::text AS "endReason", p.cancelled_at IS NOT NULL AS cancelled,
      (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s."from")
        FROM service_period s WHERE s.placement_id = p.id) AS periods,
      (SELECT jsonb_agg(jsonb_build_object('month', to_char(r.month, 'YYYY-MM'), 'status', r.status, 'submittedOn', r.submitted_on) ORDER BY r.month)
        FROM (
          SELECT DISTINCT ON (r.month) r.month, r.submitted_on, CASE r.status
            WHEN 'inReview' THEN 'submitted'
            WHEN 'superseded' THEN coalesce(
              (SELECT CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' ELSE 'rejected' END
                FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'approved')
            ELSE r.status::text END AS status
          FROM report r
          WHERE r.placement_id = p.id AND r.status <> 'withdrawn' AND r.submitted_on <= ${asOf}::date
          ORDER BY r.month, r.number DESC
        ) r) AS reports,
      (SELECT jsonb_agg(jsonb_build_object('key', l.key, 'amountOre', l.total) ORDER BY l.key COLLATE "C")
        FROM (SELECT key, sum(amount_ore)::bigint AS total FROM statement_line WHERE placement_id = p.id GROUP BY key) l) AS posted
    FROM placement p
    WHERE p.provider_id = ${providerId}::uuid AND p.id > ${after}::uuid AND p."from" < ${asOf}::date
      AND (p.cancelled_at IS NULL OR EXISTS (SELECT 1 FROM statement_line l WHERE l.placement_id = p.id))
    ORDER BY p.id LIMIT ${limit}`;
}

/**
 * The facts of one placement, or all that is wrong with them. Absences and outcomes are not reported in the portal yet:
 * there are none. Neither are companies related to a provider known.
 */
export function factsOf(
  row: PlacementRow,
  providerOrgNo: string,
  asOf: PlainDate,
): Result<PlacementFacts, readonly FieldProblem[]> {
  // A placement that was cancelled never had a service day.
  const ended = row.cancelled
    ? { end: row.from, endReason: row.endReason ?? 'switch' }
    : { end: row.end, endReason: row.endReason };
  return validateFacts({
    placement: {
      id: row.id,
      level: row.level,
      providerOrgNo,
      relatedOrgNos: [],
      // One whose periods went with the participant to another placement still has its own planned days.
      periods: row.periods ?? [{ number: 1, from: row.from, to: row.to }],
      ...ended,
    },
    reports: row.reports ?? [],
    absences: [],
    outcome: null,
    posted: row.posted ?? [],
    asOf,
  });
}
