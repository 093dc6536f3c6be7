import type { AskedMonths } from '#lib/domain/insight/asked-months.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A provider's counts, as the database sums them. */
export type FiguresRow = {
  readonly providerId: string;
  readonly name: string;
  readonly orgNo: string;
} & Readonly<
  Record<
    | 'placements'
    | 'waiting'
    | 'overdue'
    | 'decided'
    | 'refused'
    | 'judged'
    | 'upheld'
    | 'deviations'
    | 'requests'
    | 'complaints'
    | 'drawn'
    | 'errors',
    number
  >
>;

/** What waits for a person: not what waits for the draw, nor for the provider's own answer. */
export const WAITS = Prisma.sql`r.status IN ('submitted', 'inReview') AND r.route = 'person' AND r.reply_by IS NULL`;

/** Versions that stand and are decided. */
export const DECIDED = Prisma.sql`r.status IN ('approved', 'returned', 'rejected')`;

/** A month's report that was returned or rejected, in whichever of its versions. */
export const REFUSED = Prisma.sql`(r.status IN ('returned', 'rejected') OR (r.number > 1 AND EXISTS (
  SELECT 1 FROM report o JOIN review_decision d ON d.report_id = o.id AND d.decision IN ('return', 'reject')
  WHERE o.placement_id = r.placement_id AND o.month = r.month AND o.number < r.number)))`;

/** Kinds of documents in which a provider asks for something. */
export const REQUESTS = Prisma.sql`('interruptionRequest', 'extension', 'supportedEmployment')`;

/** The providers `v` that a condition shows, or those that are named: few, of whom alone is counted. */
export type CountedProviders = { readonly shown: Prisma.Sql } | { readonly ids: readonly string[] };

/**
 * The counts of providers `v`: each source is summed by provider in one pass and joined, so that a list of all of them costs as
 * much as one of a few. Whom a protected identity hides from who reads is counted nowhere.
 */
export function figuresBy(
  counted: CountedProviders,
  { since, until }: AskedMonths,
  today: PlainDate,
): Prisma.Sql {
  const inMonths = Prisma.sql`r.month >= ${since}::date AND r.month < ${until}::date`;
  const isNamed = (provider: Prisma.Sql): Prisma.Sql =>
    'ids' in counted ? Prisma.sql`${provider} = ANY (${[...counted.ids]}::uuid[])` : Prisma.sql`true`;
  const ofReport = isNamed(Prisma.sql`r.provider_id`);
  const ofPlacement = isNamed(Prisma.sql`p.provider_id`);
  return Prisma.sql`
    WITH placed AS (SELECT p.provider_id, count(*)::int AS placements FROM placement p
      WHERE ${ofPlacement} AND p.cancelled_at IS NULL AND p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date GROUP BY 1),
    waits AS (SELECT r.provider_id, count(*)::int AS waiting, (count(*) FILTER (WHERE r.decide_by < ${today}::date))::int AS overdue
      FROM report r WHERE ${ofReport} AND ${WAITS} GROUP BY 1),
    told AS (SELECT r.provider_id, count(*)::int AS decided, (count(*) FILTER (WHERE ${REFUSED}))::int AS refused
      FROM report r WHERE ${ofReport} AND ${DECIDED} AND ${inMonths} GROUP BY 1),
    held AS (SELECT j.provider_id, count(*)::int AS judged, (count(*) FILTER (WHERE j.upheld))::int AS upheld
      FROM (${judgedHolds(Prisma.sql`${ofReport} AND ${inMonths}`, ofPlacement, { since, until })}) j GROUP BY 1),
    open_documents AS (SELECT p.provider_id, (count(*) FILTER (WHERE d.kind = 'deviationReport'))::int AS deviations,
        (count(*) FILTER (WHERE d.kind IN ${REQUESTS}))::int AS requests
      FROM document d JOIN placement p ON p.id = d.placement_id WHERE ${ofPlacement} AND d.status IN ('submitted', 'inReview') GROUP BY 1),
    complained AS (SELECT c.provider_id, count(*)::int AS complaints FROM complaint c
      WHERE c.received_on >= ${since}::date AND c.received_on < ${until}::date GROUP BY 1),
    sampled AS (SELECT x.provider_id, count(*)::int AS drawn, count(x.error)::int AS errors
      FROM sample_result x JOIN sample_cycle y ON y.id = x.cycle_id
      WHERE y.closed_at IS NOT NULL AND y.month >= ${since}::date AND y.month < ${until}::date GROUP BY 1)
    SELECT v.id AS "providerId", v.name, v.org_no AS "orgNo", coalesce(placed.placements, 0) AS placements,
      coalesce(waits.waiting, 0) AS waiting, coalesce(waits.overdue, 0) AS overdue,
      coalesce(told.decided, 0) AS decided, coalesce(told.refused, 0) AS refused,
      coalesce(held.judged, 0) AS judged, coalesce(held.upheld, 0) AS upheld,
      coalesce(open_documents.deviations, 0) AS deviations, coalesce(open_documents.requests, 0) AS requests,
      coalesce(complained.complaints, 0) AS complaints, coalesce(sampled.drawn, 0) AS drawn, coalesce(sampled.errors, 0) AS errors
    FROM provider v
      LEFT JOIN placed ON placed.provider_id = v.id LEFT JOIN waits ON waits.provider_id = v.id
      LEFT JOIN told ON told.provider_id = v.id LEFT JOIN held ON held.provider_id = v.id
      LEFT JOIN open_documents ON open_documents.provider_id = v.id LEFT JOIN complained ON complained.provider_id = v.id
      LEFT JOIN sampled ON sampled.provider_id = v.id
    WHERE ${'ids' in counted ? isNamed(Prisma.sql`v.id`) : counted.shown}`;
}

/** The last that was said of each hold, of reports for the months and outcomes that came in during them. */
function judgedHolds(
  ofReports: Prisma.Sql,
  ofPlacements: Prisma.Sql,
  { since, until }: Pick<AskedMonths, 'since' | 'until'>,
): Prisma.Sql {
  return Prisma.sql`
    (SELECT DISTINCT ON (w.report_id, w.code) r.provider_id, w.upheld
      FROM finding_verdict w JOIN review_decision d ON d.id = w.decision_id JOIN report r ON r.id = w.report_id
        JOIN check_finding f ON f.report_id = w.report_id AND f.code = w.code AND f.severity = 'hold'
      WHERE ${ofReports} ORDER BY w.report_id, w.code, d.decided_at DESC, d.id DESC)
    UNION ALL
    (SELECT DISTINCT ON (w.outcome_id, w.code) p.provider_id, w.upheld
      FROM outcome_finding_verdict w JOIN outcome_decision d ON d.id = w.decision_id JOIN outcome o ON o.id = w.outcome_id
        JOIN placement p ON p.id = o.placement_id
      WHERE ${ofPlacements} AND (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date >= ${since}::date
        AND (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date < ${until}::date
      ORDER BY w.outcome_id, w.code, d.decided_at DESC, d.id DESC)`;
}
