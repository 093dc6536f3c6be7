import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { CurrentStatus, ReportFacts, ReportPeriod } from '#lib/domain/report/report-facts.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type PlacementMonthKey = { readonly placementId: string; readonly month: Month };

/** A placement and a month: what the checks ask for, and what a report is stored under. */
export type PlacementMonth = {
  readonly placementId: string;
  readonly participantId: string;
  readonly providerId: string;
  readonly officeId: string;
  readonly level: Level;
  readonly agreementVersionId: string;
  readonly facts: ReportFacts;
  /** The month's report that counts, if there is one. */
  readonly current: {
    readonly id: string;
    readonly status: CurrentStatus;
    readonly contentHash: string;
  } | null;
  /** Number of the month's latest report of any state; 0 where there is none. */
  readonly lastNumber: number;
};

export function keyOf({ placementId, month }: PlacementMonthKey): string {
  return `${placementId} ${month}`;
}

type Row = Omit<PlacementMonth, 'facts' | 'current'> & {
  readonly month: Month;
  readonly end: PlainDate | null;
  readonly periods: readonly ReportPeriod[];
  readonly plannedActivities: readonly ActivityCode[] | null;
  readonly otherActorMonths: readonly Month[];
  readonly busiestDate: PlainDate | null;
  readonly busiestMinutes: number | null;
  readonly reportId: string | null;
  readonly status: CurrentStatus;
  readonly contentHash: string;
};

/**
 * The facts of many placements and months in one query. Those that this actor cannot see are not among them.
 * An activity counts as planned when a plan that was in force on some day of the month has it.
 */
export async function loadPlacementMonths(
  tx: Tx,
  keys: readonly PlacementMonthKey[],
): Promise<ReadonlyMap<string, PlacementMonth>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", p.provider_id::text AS "providerId",
      p.office_id::text AS "officeId", p.level::text, p.agreement_version_id AS "agreementVersionId",
      to_char(a.month, 'YYYY-MM') AS month, p."end"::text, s.periods, n.activities AS "plannedActivities",
      coalesce(o.months, '{}') AS "otherActorMonths", b.date::text AS "busiestDate", b.minutes AS "busiestMinutes",
      r.id::text AS "reportId", r.status::text, r.content_hash AS "contentHash", coalesce(l.number, 0) AS "lastNumber"
    FROM unnest(${keys.map(({ placementId }) => placementId)}::uuid[], ${keys.map(({ month }) => firstDay(month))}::date[])
        AS a (placement_id, month)
      JOIN placement p ON p.id = a.placement_id AND p.cancelled_at IS NULL
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s.number) AS periods
        FROM service_period s WHERE s.placement_id = p.id) s
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT x.activity::text) AS activities FROM plan n JOIN plan_activity x ON x.plan_id = n.id
        WHERE n.placement_id = p.id AND n."from" < a.month + interval '1 month' AND NOT EXISTS (
          SELECT 1 FROM plan later WHERE later.placement_id = p.id AND later.number > n.number
            AND later."from" <= greatest(n."from", a.month))) n
      CROSS JOIN LATERAL (
        SELECT array_agg(DISTINCT to_char(r.month, 'YYYY-MM')) AS months FROM report r JOIN report_row w ON w.report_id = r.id
        WHERE r.placement_id = p.id AND r.month <> a.month AND r.status NOT IN ('superseded', 'withdrawn', 'rejected')
          AND w.activity = 'otherActor') o
      LEFT JOIN LATERAL (
        SELECT e.date, sum(e.minutes)::int AS minutes FROM activity_entry e
        WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.activity <> 'ownWork'
          AND e.date >= a.month AND e.date < a.month + interval '1 month'
        GROUP BY e.date ORDER BY minutes DESC, e.date LIMIT 1) b ON true
      LEFT JOIN report r ON r.placement_id = p.id AND r.month = a.month AND r.status NOT IN ('superseded', 'withdrawn')
      LEFT JOIN LATERAL (
        SELECT max(r.number) AS number FROM report r WHERE r.placement_id = p.id AND r.month = a.month) l ON true`;
  return new Map(rows.map((row) => [keyOf(row), placementMonthOf(row)]));
}

function placementMonthOf(row: Row): PlacementMonth {
  const { month, periods, end, plannedActivities, otherActorMonths, busiestDate, busiestMinutes } = row;
  const busiestDay =
    busiestDate === null || busiestMinutes === null ? null : { date: busiestDate, minutes: busiestMinutes };
  const current =
    row.reportId === null ? null : { id: row.reportId, status: row.status, contentHash: row.contentHash };
  const currentStatus = current?.status ?? null;
  return {
    placementId: row.placementId,
    participantId: row.participantId,
    providerId: row.providerId,
    officeId: row.officeId,
    level: row.level,
    agreementVersionId: row.agreementVersionId,
    facts: { month, periods, end, plannedActivities, currentStatus, otherActorMonths, busiestDay },
    current,
    lastNumber: row.lastNumber,
  };
}
