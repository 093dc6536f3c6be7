import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus, ReportFacts, ReportPeriod } from '#lib/domain/report/report-facts.ts';
import type { RouteReason } from '#lib/domain/review/route.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { ABSENT_DAYS } from '#lib/server/deviation-report/absences.ts';
import { queryBothJson, queryJson } from '#lib/server/db/query-json.ts';
import {
  askCompared,
  comparedBy,
  type ComparedRow,
  type Comparing,
  NOT_COMPARED,
} from '#lib/server/report/compare-months.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import {
  hasOtherActor,
  loadOtherActorMonths,
  type OtherActorMonths,
} from '#lib/server/report/other-actor-months.ts';
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
  readonly isProtected: boolean;
  readonly facts: ReportFacts;
  /** The month's report that counts, if there is one. */
  readonly current: {
    readonly id: string;
    readonly status: CurrentStatus;
    readonly contentHash: string;
  } | null;
  /** Number of the month's latest report of any state; 0 where there is none. */
  readonly lastNumber: number;
  /** Why that one went its way. */
  readonly lastReason: RouteReason | null;
};

type KeyWithContent = PlacementMonthKey & { readonly content?: ReportContent };

export function keyOf({ placementId, month }: PlacementMonthKey): string {
  return `${placementId} ${month}`;
}

/** What {@link FACT_COLUMNS} give. */
export type FactRow = Omit<PlacementMonth, 'facts' | 'current'> & {
  readonly month: Month;
  readonly end: PlainDate | null;
  readonly periods: readonly ReportPeriod[];
  readonly plannedActivities: readonly ActivityCode[] | null;
  readonly busiestDay: ReportFacts['busiestDay'];
  readonly absences: ReportFacts['absences'] | null;
  readonly reportId: string | null;
  readonly status: CurrentStatus;
  readonly firstSubmittedOn: PlainDate | null;
  readonly contentHash: string;
};

/** A month's draft as a submission finds it. */
export type HeldDraft = {
  readonly content: ReportContent;
  readonly source: string;
  readonly version: number;
  /** It holds cells that cannot be read, beside its content. */
  readonly hasUnread: boolean;
};

/** The facts of a placement `p` and a month `a.month`, with {@link FACT_JOINS}. */
export const FACT_COLUMNS = Prisma.sql`p.id AS "placementId", p.participant_id AS "participantId", p.provider_id AS "providerId",
  p.office_id AS "officeId", p.level, p.agreement_version_id AS "agreementVersionId", p.protected AS "isProtected", to_char(a.month, 'YYYY-MM') AS month, p."end",
  s.periods, n.activities AS "plannedActivities", b.day AS "busiestDay", x.absences, r.id AS "reportId", r.status,
  CASE WHEN l.number = 1 THEN r.submitted_on WHEN r.id IS NOT NULL THEN (SELECT min(v.submitted_on) FROM report v WHERE v.placement_id = p.id AND v.month = a.month AND v.number > coalesce(
    (SELECT max(w.number) FROM report w WHERE w.placement_id = p.id AND w.month = a.month AND w.status = 'withdrawn'), 0)) END AS "firstSubmittedOn",
  r.content_hash AS "contentHash", coalesce(l.number, 0) AS "lastNumber", l.route_reason AS "lastReason"`;

/**
 * An activity counts as planned when a plan that was in force on some day of the month has it. `LIMIT` keeps the planner
 * on the index, placement by placement: it guesses what row-level security leaves, and guesses low.
 */
export const FACT_JOINS = factJoins(Prisma.sql`(r.id IS NULL OR r.status = 'returned')`);

/** The same with the log's busiest day where `logged` says so: what is sent is not held against its log anew in lists. */
export function factJoins(logged: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
  LEFT JOIN LATERAL (SELECT * FROM report r WHERE r.placement_id = p.id AND r.month = a.month
    AND r.status NOT IN ('superseded', 'withdrawn') LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT r.number, r.route_reason FROM report r WHERE r.placement_id = p.id AND r.month = a.month
    ORDER BY r.number DESC LIMIT 1) l ON true
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('number', s.number, 'from', s."from", 'to', s."to") ORDER BY s.number) AS periods,
      array_agg(s.implementation_reference ORDER BY (s."from" < a.month + interval '1 month') DESC, s.number DESC) AS refs
    FROM service_period s WHERE s.placement_id = p.id) s
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT x.activity) AS activities FROM plan n JOIN plan_activity x ON x.plan_id = n.id
    WHERE n.placement_id = p.id AND n."from" < a.month + interval '1 month' AND NOT EXISTS (
      SELECT 1 FROM plan later WHERE later.placement_id = p.id AND later.number > n.number
        AND later."from" <= greatest(n."from", a.month))) n
  LEFT JOIN LATERAL (
    SELECT json_build_object('date', e.date, 'minutes', sum(e.minutes)) AS day FROM activity_entry e
    WHERE e.placement_id = p.id AND e.removed_at IS NULL AND e.activity <> 'ownWork'
      AND e.date >= a.month AND e.date < a.month + interval '1 month' AND ${logged}
    GROUP BY e.date ORDER BY sum(e.minutes) DESC, e.date LIMIT 1) b ON true
  CROSS JOIN LATERAL (${ABSENT_DAYS}) x`;
}

/**
 * The facts of many placements and months in one query. Those that this actor cannot see are not among them. A key with
 * its content tells whether earlier months with another actor's measure matter, and is compared where that is asked for.
 */
export async function loadPlacementMonths(
  tx: Tx,
  keys: readonly KeyWithContent[],
  comparing: Comparing | null = null,
): Promise<ReadonlyMap<string, PlacementMonth>> {
  return (await loadRows(tx, keys, { columns: Prisma.empty, joins: Prisma.empty, comparing })).months;
}

/** Where drafts are asked for. */
type DraftRow = FactRow & { readonly draft?: HeldDraft | null };

/** The same with the drafts of the months, in the same query. */
export async function loadMonthsAndDrafts(
  tx: Tx,
  keys: readonly KeyWithContent[],
  comparing: Comparing,
): Promise<{
  readonly months: ReadonlyMap<string, PlacementMonth>;
  readonly drafts: ReadonlyMap<string, HeldDraft>;
}> {
  const { months, rows } = await loadRows(tx, keys, {
    columns: Prisma.sql`, CASE WHEN d.placement_id IS NOT NULL
      THEN json_build_object('content', d.content, 'source', d.source, 'version', d.version, 'hasUnread', d.unread <> '[]') END AS draft`,
    joins: Prisma.sql`LEFT JOIN month_draft d ON d.placement_id = p.id AND d.month = a.month`,
    comparing,
  });
  const drafts = rows.flatMap(({ draft, ...row }) => (draft == null ? [] : [[keyOf(row), draft] as const]));
  return { months, drafts: new Map(drafts) };
}

type Asked = {
  readonly columns: Prisma.Sql;
  readonly joins: Prisma.Sql;
  readonly comparing: Comparing | null;
};

async function loadRows(
  tx: Tx,
  keys: readonly KeyWithContent[],
  { columns, joins, comparing }: Asked,
): Promise<{ readonly months: ReadonlyMap<string, PlacementMonth>; readonly rows: readonly DraftRow[] }> {
  if (keys.length === 0) return { months: new Map(), rows: [] };
  // In selects of their own, the planner guesses the same number of keys for any of them: the statement is planned five
  // times and then kept. Planned for one key at a time, what stands below row-level security takes ten times its run.
  const facts = Prisma.sql`SELECT ${FACT_COLUMNS}${columns}
      FROM unnest((SELECT ${keys.map(({ placementId }) => placementId)}::uuid[]),
          (SELECT ${keys.map(({ month }) => firstDay(month))}::date[])) AS a (placement_id, month)
        JOIN placement p ON p.id = a.placement_id AND p.cancelled_at IS NULL ${FACT_JOINS} ${joins}`;
  const contents = new Map(
    keys.flatMap((key) =>
      key.content === undefined ? [] : [[keyOf(key), { ...key, content: key.content }]],
    ),
  );
  const [rows, compared] =
    comparing === null
      ? [await queryJson<DraftRow>(tx, facts), []]
      : await queryBothJson<DraftRow, ComparedRow>(tx, facts, askCompared([...contents.values()], comparing));
  const concerned = keys.filter(({ content }) => content === undefined || hasOtherActor(content));
  const otherActor = await loadOtherActorMonths(
    tx,
    concerned.map(({ placementId }) => placementId),
  );
  const comparedOf = comparing === null ? null : comparedBy(compared, comparing);
  const months = rows.map((row) => {
    const month = placementMonthOf(row, otherActor);
    const content = contents.get(keyOf(row))?.content;
    if (comparedOf === null || content === undefined) return [keyOf(row), month] as const;
    return [
      keyOf(row),
      { ...month, facts: { ...month.facts, ...comparedOf({ ...month, content }) } },
    ] as const;
  });
  return { months: new Map(months), rows };
}

export function placementMonthOf(row: FactRow, otherActor: OtherActorMonths): PlacementMonth {
  const {
    placementId,
    month,
    periods,
    end,
    plannedActivities,
    busiestDay,
    absences,
    reportId,
    status,
    firstSubmittedOn,
    contentHash,
  } = row;
  const current = reportId === null ? null : { id: reportId, status, contentHash };
  const otherActorMonths = otherActor.get(placementId)?.filter((other) => other !== month) ?? [];
  return {
    placementId,
    participantId: row.participantId,
    providerId: row.providerId,
    officeId: row.officeId,
    level: row.level,
    agreementVersionId: row.agreementVersionId,
    isProtected: row.isProtected,
    facts: {
      month,
      periods,
      end,
      plannedActivities,
      currentStatus: current?.status ?? null,
      firstSubmittedOn,
      otherActorMonths,
      busiestDay,
      absences: absences ?? [],
      ...NOT_COMPARED,
      reading: [],
    },
    current,
    lastNumber: row.lastNumber,
    lastReason: row.lastReason,
  };
}
