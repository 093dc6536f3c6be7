import { validateFacts } from '#lib/domain/compensation/validate.ts';
import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import { scaleOutcome } from '#lib/domain/outcome/scale-extent.ts';
import { absencesOf } from '#lib/server/deviation-report/absences.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { ok, type Result } from '#lib/shared/result.ts';

/** A placement as it stands in the tables, with all that the compensation model asks about it. */
export type PlacementRow = {
  readonly id: string;
  readonly participantId: string;
  readonly providerOrgNo: string;
  readonly agreementVersionId: string;
  readonly level: string;
  readonly from: string;
  readonly to: string;
  readonly end: string | null;
  readonly endReason: string | null;
  readonly cancelled: boolean;
  /** Per cent of full time that the participant wants to work. */
  readonly wantedExtentPercent: number;
  /** JSON as the database made it, in the model's own shapes. */
  readonly periods: unknown;
  readonly reports: unknown;
  readonly absences: unknown;
  readonly outcome: unknown;
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
 * Of a month's reports the latest that was submitted by `asOf` counts. Where a later one superseded it, it counts as it was
 * last decided (a report that was approved on loading has no decision of its own); one that is taken up again counts as it was
 * decided until it is decided anew. One that was corrected while it waited never counts again: its correction has the same day.
 */
function reportsOf(asOf: PlainDate): Prisma.Sql {
  return Prisma.sql`SELECT json_agg(json_build_object('month', to_char(r.month, 'YYYY-MM'), 'status', r.status, 'submittedOn', r.submitted_on) ORDER BY r.month)
    FROM (
      SELECT DISTINCT ON (r.month) r.month, r.submitted_on, CASE r.status
        WHEN 'submitted' THEN coalesce(r.standing_status::text, 'submitted')
        WHEN 'inReview' THEN coalesce(r.standing_status::text, 'submitted')
        WHEN 'superseded' THEN coalesce(
          (SELECT CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' ELSE 'rejected' END
            FROM review_decision d WHERE d.report_id = r.id AND d.decision <> 'proposeReject' ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'approved')
        ELSE r.status::text END AS status
      FROM report r
      WHERE r.placement_id = p.id AND r.status <> 'withdrawn' AND r.submitted_on <= ${asOf}::date
        AND NOT (r.status = 'superseded' AND EXISTS (SELECT 1 FROM report_correction c WHERE c.report_id = r.id AND c.status = 'applied'))
      ORDER BY r.month, r.number DESC
    ) r`;
}

/** The one outcome that stands; evaluation leaves it out while it was signalled after its `asOf`. */
const OUTCOME = Prisma.sql`SELECT json_build_object('type', o.type, 'status', o.status, 'from', o."from", 'signalledOn', o.signalled_on,
    'appliedOn', o.applied_on, 'verifiedThrough', o.verified_through, 'spells', (
      SELECT coalesce(json_agg(json_build_object('from', s."from", 'to', s."to", 'extentPercent', s.extent_percent, 'employerOrgNo', s.employer_org_no)
        ORDER BY s."from", s.number), '[]') FROM outcome_spell s WHERE s.outcome_id = o.id))
  FROM outcome o WHERE o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')`;

/** Placements with all that the model asks about them, as they stand in the tables: one query, however many they are. */
function placementRows(asOf: PlainDate, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, p.participant_id AS "participantId", provider.org_no AS "providerOrgNo", p.agreement_version_id AS "agreementVersionId", p.level,
      p."from", p."to", p."end", p.end_reason AS "endReason", p.cancelled_at IS NOT NULL AS cancelled,
      coalesce((SELECT w.percent FROM wanted_extent w WHERE w.decision_id = p.decision_id ORDER BY w.set_at DESC, w.id DESC LIMIT 1), 100)
        AS "wantedExtentPercent",
      (SELECT json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s."from")
        FROM service_period s WHERE s.placement_id = p.id) AS periods,
      (${reportsOf(asOf)}) AS reports, (${absencesOf(asOf)}) AS absences, (${OUTCOME}) AS outcome,
      (SELECT json_agg(json_build_object('key', l.key, 'amountOre', l.total) ORDER BY l.key COLLATE "C")
        FROM (SELECT key, sum(amount_ore)::bigint AS total FROM statement_line WHERE placement_id = p.id GROUP BY key) l) AS posted
    FROM placement p JOIN provider ON provider.id = p.provider_id
    WHERE ${which}`;
}

/**
 * The next placements of a provider that had begun by `asOf`. One that was cancelled counts only where something was
 * posted for it, so that it can be taken back.
 */
export async function listPlacementRows(tx: Tx, batch: Batch): Promise<readonly PlacementRow[]> {
  const { providerId, asOf, after, limit } = batch;
  const which = Prisma.sql`p.provider_id = ${providerId}::uuid AND p.id > ${after}::uuid AND p."from" < ${asOf}::date
    AND (p.cancelled_at IS NULL OR EXISTS (SELECT 1 FROM statement_line l WHERE l.placement_id = p.id))
    ORDER BY p.id LIMIT ${limit}`;
  return await queryJson<PlacementRow>(tx, placementRows(asOf, which));
}

/** One placement as a run at `asOf` would find it, or null where there is none that the reader sees. */
export async function findPlacementRow(
  tx: Tx,
  placementId: string,
  asOf: PlainDate,
): Promise<PlacementRow | null> {
  const [row] = await queryJson<PlacementRow>(
    tx,
    placementRows(asOf, Prisma.sql`p.id = ${placementId}::uuid`),
  );
  return row ?? null;
}

/** Several placements as a run at `asOf` would find them; those that the reader does not see are left out. */
export async function findPlacementRows(
  tx: Tx,
  placementIds: readonly string[],
  asOf: PlainDate,
): Promise<readonly PlacementRow[]> {
  return await queryJson<PlacementRow>(
    tx,
    placementRows(asOf, Prisma.sql`p.id = ANY (${placementIds}::uuid[])`),
  );
}

/** The facts of one placement as the model takes them, its outcome counted against the wanted extent; or all that is wrong with them. */
export function factsOf(row: PlacementRow, asOf: PlainDate): Result<PlacementFacts, readonly FieldProblem[]> {
  const claimed = claimedFactsOf(row, asOf);
  return claimed.ok ? ok(scaledFacts(claimed.value, row.wantedExtentPercent)) : claimed;
}

/** The facts with the outcome's extents counted against what the participant wants (service description section 5, signal). */
export function scaledFacts(claimed: PlacementFacts, wantedExtentPercent: number): PlacementFacts {
  return { ...claimed, outcome: scaleOutcome(claimed.outcome, wantedExtentPercent, claimed.placement) };
}

/**
 * The facts of one placement with its outcome as it was claimed, or all that is wrong with them. Absences are not reported in the portal yet: there are
 * none. Neither are companies related to a provider known.
 */
export function claimedFactsOf(
  row: PlacementRow,
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
      providerOrgNo: row.providerOrgNo,
      relatedOrgNos: [],
      // One whose periods went with the participant to another placement still has its own planned days.
      periods: row.periods ?? [{ number: 1, from: row.from, to: row.to }],
      ...ended,
    },
    reports: row.reports ?? [],
    absences: row.absences ?? [],
    outcome: row.outcome,
    posted: row.posted ?? [],
    asOf,
  });
}
