import type { AskedMonths } from '#lib/domain/insight/asked-months.ts';
import type { CheckCounts } from '#lib/domain/insight/check-precision.ts';
import type {
  DocumentCount,
  MonthStates,
  ProviderPage,
  ReasonCount,
} from '#lib/domain/insight/provider-page.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { WAITS } from '#lib/server/insight/figure-sources.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';

/** Which provider, in which months. */
export type Section = AskedMonths & { readonly providerId: string };

const reportsOf = ({ providerId, since, until }: Section): Prisma.Sql =>
  Prisma.sql`r.provider_id = ${providerId}::uuid AND r.month >= ${since}::date AND r.month < ${until}::date`;

/** Each month's reports by how they stand: the version that stands of each, by the decision that was made last. */
export async function monthStates(tx: Tx, section: Section): Promise<readonly MonthStates[]> {
  const approved = Prisma.sql`r.status = 'approved'`;
  const count = (when: Prisma.Sql): Prisma.Sql => Prisma.sql`(count(*) FILTER (WHERE ${when}))::int`;
  return await queryJson<MonthStates>(
    tx,
    Prisma.sql`
    SELECT to_char(r.month, 'YYYY-MM') AS month, count(*)::int AS sent,
      ${count(Prisma.sql`EXISTS (SELECT 1 FROM check_finding f WHERE f.report_id = r.id AND f.code = 'LATE')`)} AS late,
      ${count(Prisma.sql`r.status = 'submitted' AND r.route = 'automatic'`)} AS automatic,
      ${count(WAITS)} AS waiting,
      ${count(Prisma.sql`r.status IN ('submitted', 'inReview') AND r.reply_by IS NOT NULL`)} AS communicated,
      ${count(Prisma.sql`${approved} AND d.by = 'rules'`)} AS "byRules",
      ${count(Prisma.sql`${approved} AND d.by IS DISTINCT FROM 'rules'`)} AS "byPerson",
      ${count(Prisma.sql`r.status = 'returned'`)} AS returned, ${count(Prisma.sql`r.status = 'rejected'`)} AS rejected
    FROM report r
      LEFT JOIN LATERAL (SELECT d.by FROM review_decision d WHERE d.report_id = r.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) d ON ${approved}
    WHERE ${reportsOf(section)} AND r.status NOT IN ('superseded', 'withdrawn')
    GROUP BY r.month ORDER BY r.month DESC`,
  );
}

/** How often each reason was given, in decisions on reports for the months and on single rows of them. */
export async function reasonCounts(tx: Tx, section: Section): Promise<readonly ReasonCount[]> {
  const count = (decision: string): Prisma.Sql =>
    Prisma.sql`(count(*) FILTER (WHERE g.decision = ${decision}))::int`;
  return await queryJson<ReasonCount>(
    tx,
    Prisma.sql`
    SELECT g.reason, ${count('return')} AS returned, ${count('proposeReject')} AS proposed, ${count('reject')} AS rejected, ${count('row')} AS rows
    FROM (
      SELECT d.reason_code AS reason, d.decision FROM review_decision d JOIN report r ON r.id = d.report_id
      WHERE d.reason_code IS NOT NULL AND ${reportsOf(section)} AND ${openToNamed('r')}
      UNION ALL
      SELECT w.reason_code, 'row' FROM review_decision_row w JOIN review_decision d ON d.id = w.decision_id JOIN report r ON r.id = d.report_id
      WHERE ${reportsOf(section)} AND ${openToNamed('r')}) g
    GROUP BY g.reason ORDER BY count(*) DESC, g.reason`,
  );
}

/** What the provider has sent beside reports, the version that stands of each; open is what nobody has decided on, whenever it came. */
export async function documentCounts(
  tx: Tx,
  { providerId, since, until }: Section,
): Promise<readonly DocumentCount[]> {
  const sent = Prisma.sql`d.submitted_on >= ${since}::date AND d.submitted_on < ${until}::date`;
  return await queryJson<DocumentCount>(
    tx,
    Prisma.sql`
    SELECT d.kind, (count(*) FILTER (WHERE ${sent}))::int AS sent, (count(*) FILTER (WHERE ${sent} AND d.submitted_on > d.due_on))::int AS late,
      (count(*) FILTER (WHERE d.status IN ('submitted', 'inReview')))::int AS open,
      (count(*) FILTER (WHERE ${sent} AND d.status = 'returned'))::int AS returned,
      (count(*) FILTER (WHERE ${sent} AND d.status = 'rejected'))::int AS rejected
    FROM placement p JOIN document d ON d.placement_id = p.id
    WHERE p.provider_id = ${providerId}::uuid AND d.status NOT IN ('superseded', 'withdrawn') GROUP BY d.kind`,
  );
}

export async function complaintCounts(
  tx: Tx,
  { providerId, since, until }: Section,
): Promise<ProviderPage['complaints']> {
  const [row] = await queryJson<ProviderPage['complaints']>(
    tx,
    Prisma.sql`
    SELECT (SELECT count(*)::int FROM complaint c WHERE c.provider_id = ${providerId}::uuid
        AND NOT EXISTS (SELECT 1 FROM complaint_answer a WHERE a.complaint_id = c.id)) AS open,
      coalesce((SELECT json_agg(g) FROM (SELECT c.category, count(*)::int AS count FROM complaint c
        WHERE c.provider_id = ${providerId}::uuid AND c.received_on >= ${since}::date AND c.received_on < ${until}::date
        GROUP BY c.category ORDER BY count(*) DESC, c.category) g), '[]') AS "byCategory"`,
  );
  return row ?? { open: 0, byCategory: [] };
}

/** What the checks found at the provider, of reports for the months and of what else came in during them, and what was said of it. */
export async function checkCounts(
  tx: Tx,
  section: Section,
): Promise<readonly (CheckCounts['asked'] & { readonly code: string })[]> {
  const { providerId, since, until } = section;
  const own = Prisma.sql`p.provider_id = ${providerId}::uuid`;
  return await queryJson(
    tx,
    Prisma.sql`
    SELECT g.code, count(*)::int AS found, count(g.upheld)::int AS judged, (count(*) FILTER (WHERE g.upheld))::int AS upheld FROM (
      SELECT f.code, (SELECT v.upheld FROM finding_verdict v JOIN review_decision d ON d.id = v.decision_id
        WHERE v.report_id = f.report_id AND v.code = f.code ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) AS upheld
      FROM report r JOIN check_finding f ON f.report_id = r.id AND f.severity <> 'block' WHERE ${reportsOf(section)} AND r.status <> 'withdrawn'
      UNION ALL
      SELECT f.code, (SELECT v.upheld FROM outcome_finding_verdict v JOIN outcome_decision d ON d.id = v.decision_id
        WHERE v.outcome_id = f.outcome_id AND v.code = f.code ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)
      FROM placement p JOIN outcome o ON o.placement_id = p.id JOIN outcome_finding f ON f.outcome_id = o.id
      WHERE ${own} AND o.status <> 'withdrawn' AND (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date >= ${since}::date
        AND (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date < ${until}::date
      UNION ALL
      SELECT f.code, v.upheld FROM placement p JOIN document d ON d.placement_id = p.id JOIN document_finding f ON f.document_id = d.id
        LEFT JOIN document_finding_verdict v ON v.document_id = f.document_id AND v.code = f.code
      WHERE ${own} AND d.status <> 'withdrawn' AND d.submitted_on >= ${since}::date AND d.submitted_on < ${until}::date) g
    GROUP BY g.code ORDER BY count(*) DESC, g.code`,
  );
}
