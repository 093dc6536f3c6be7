import { type AskedMonths, askedMonths } from '#lib/domain/insight/asked-months.ts';
import {
  type CheckCounts,
  type CheckPage,
  type DatedTerms,
  precisionOf,
} from '#lib/domain/insight/check-precision.ts';
import { type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import type { MonthsInput } from '#lib/schemas/insight.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlainDate, plainDateFromDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** How often each check was right, by those who decided: of what came in during the months, and under the two latest terms. */
export const checkPrecision = defineQuery<MonthsInput, CheckPage>({
  name: 'insight.checks',
  mandates: ['reviewer', 'agreementAdmin', 'auditor'],
  purpose: 'Kontrollernas träffsäkerhet',
  async run(tx, input, { today, now }) {
    const months = askedMonths(input, today);
    const terms = await termsThrough(tx, today);
    const [inForce, before] = terms;
    const counts = await countFindings(tx, months, inForce.validFrom, before?.validFrom ?? inForce.validFrom);
    return {
      from: months.from,
      to: months.to,
      terms: inForce.terms,
      termsFrom: inForce.validFrom,
      beforeFrom: before?.validFrom ?? null,
      checks: precisionOf(counts, terms),
      readAt: now.toISOString(),
    };
  },
  reads: () => null,
});

/** Every version of the terms through a day, the latest first. */
async function termsThrough(tx: Tx, today: PlainDate): Promise<readonly [DatedTerms, ...DatedTerms[]]> {
  const versions = await tx.termsVersion.findMany({
    where: { validFrom: { lte: toUtcDate(today) } },
    orderBy: { validFrom: 'desc' },
    select: { validFrom: true, document: true },
  });
  const [first, ...rest] = versions.map(({ validFrom, document }) => ({
    validFrom: plainDateFromDate(validFrom),
    terms: { ...TERMS_SINCE_STATEMENTS, ...(document as unknown as Terms) },
  }));
  if (first === undefined) throw new Error('No terms are in force');
  return [first, ...rest];
}

/**
 * Findings by check. A version that was taken back is left out; one that was returned or corrected counts, since it was looked at. Of a report that was
 * decided more than once, the last that was said counts.
 */
async function countFindings(
  tx: Tx,
  { since, until }: AskedMonths,
  inForce: PlainDate,
  before: PlainDate,
): Promise<readonly CheckCounts[]> {
  const counted = (
    when: Prisma.Sql,
  ): Prisma.Sql => Prisma.sql`json_build_object('found', count(*) FILTER (WHERE ${when}),
    'judged', count(*) FILTER (WHERE ${when} AND upheld IS NOT NULL), 'upheld', count(*) FILTER (WHERE ${when} AND upheld))`;
  return await queryJson<CheckCounts>(
    tx,
    Prisma.sql`
    WITH finding AS (
      SELECT f.code, r.submitted_on AS day, v.upheld
      FROM report r JOIN check_finding f ON f.report_id = r.id AND f.severity <> 'block'
        LEFT JOIN LATERAL (SELECT v.upheld FROM finding_verdict v JOIN review_decision d ON d.id = v.decision_id
          WHERE v.report_id = f.report_id AND v.code = f.code ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) v ON true
      WHERE r.status <> 'withdrawn' AND r.submitted_on >= least(${since}::date, ${before}::date)
      UNION ALL
      SELECT f.code, (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date, v.upheld
      FROM outcome o JOIN outcome_finding f ON f.outcome_id = o.id
        LEFT JOIN LATERAL (SELECT v.upheld FROM outcome_finding_verdict v JOIN outcome_decision d ON d.id = v.decision_id
          WHERE v.outcome_id = f.outcome_id AND v.code = f.code ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) v ON true
      WHERE o.status <> 'withdrawn'
      UNION ALL
      SELECT f.code, d.submitted_on, v.upheld
      FROM document d JOIN document_finding f ON f.document_id = d.id
        LEFT JOIN document_finding_verdict v ON v.document_id = f.document_id AND v.code = f.code
      WHERE d.status <> 'withdrawn')
    SELECT code, ${counted(Prisma.sql`day >= ${since}::date AND day < ${until}::date`)} AS asked,
      ${counted(Prisma.sql`day >= ${inForce}::date`)} AS now,
      ${counted(Prisma.sql`day >= ${before}::date AND day < ${inForce}::date`)} AS before
    FROM finding GROUP BY code`,
  );
}
