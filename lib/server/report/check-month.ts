import type { CheckCode, Finding, Severity } from '#lib/domain/report/check.ts';
import { CHECKS, COMPARING, validateReport } from '#lib/domain/report/check-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import { riskOf } from '#lib/domain/report/risk.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { compareMonths } from '#lib/server/report/compare-months.ts';
import { hasOtherActor, loadOtherActorMonths } from '#lib/server/report/other-actor-months.ts';
import {
  FACT_COLUMNS,
  factJoins,
  type FactRow,
  type PlacementMonth,
  placementMonthOf,
} from '#lib/server/report/placement-months.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Reports that one call checks at most: what they are held against is in memory at once. */
export const MOST_CHECKED = 2000;

/** Which reports of a month are checked anew: those that are named, or a page, by id, of those that wait. */
export type MonthToCheck = {
  readonly month: Month;
  readonly today: PlainDate;
  /** All checks, or those alone that rest on what others do and say meanwhile. */
  readonly only: 'all' | 'comparing';
} & ({ readonly reportIds: readonly string[] } | { readonly after: string | null; readonly limit: number });

/** What a stored report comes to now. */
export type CheckedReport = {
  readonly reportId: string;
  /** Found now and not stored yet; one of each code. */
  readonly findings: readonly Finding[];
  /** Of what is stored and what is found now together. */
  readonly risk: number;
  readonly holds: number;
};

type Stored = FactRow & {
  readonly content: ReportContent;
  readonly source: string;
  readonly submittedOn: PlainDate;
  readonly found: readonly { readonly code: CheckCode; readonly severity: Severity }[];
};
type Ground = { readonly stored: Stored; readonly placementMonth: PlacementMonth };

/**
 * Checks reports that are stored by the very checks that held them when they came in, as if they were sent again on the
 * same day: for up to {@link MOST_CHECKED} of them by as many statements as for one. Those with nothing new are among them.
 */
export async function checkMonth(tx: Tx, asked: MonthToCheck): Promise<readonly CheckedReport[]> {
  const { month, today, only } = asked;
  const { termsOf } = await loadRules(tx);
  const ground = await loadGround(tx, asked);
  const comparedOf = await compareMonths(
    tx,
    ground.map(({ stored, placementMonth }) => ({ ...placementMonth, content: stored.content })),
    { termsOf, today, withDrafts: false },
  );
  return ground.map(({ stored, placementMonth }) => {
    // It is the month's report itself, and no other one stands in its way.
    const { content } = stored;
    const compared = comparedOf({ ...placementMonth, content });
    const facts = { ...placementMonth.facts, ...compared, currentStatus: null };
    return checkedReport(stored, facts, { terms: termsOf(month), only });
  });
}

function checkedReport(
  { reportId, content, source, submittedOn, found }: Stored,
  facts: ReportFacts,
  { terms, only }: { readonly terms: Terms; readonly only: MonthToCheck['only'] },
): CheckedReport {
  const verdict = validateReport(
    { content, facts, terms, today: submittedOn },
    notAsked(only, source === 'import'),
  );
  const known = new Set(found.map(({ code }) => code));
  const findings = [...verdict.blocks.map(asHold), ...verdict.findings].filter(({ code }) => {
    const isNew = !known.has(code);
    known.add(code);
    return isNew;
  });
  const all = [...found, ...findings];
  return {
    reportId: reportId ?? '',
    findings,
    risk: riskOf(all, terms),
    holds: all.filter(({ severity }) => severity === 'hold').length,
  };
}

/** What would have kept a report from being sent is for a person to look at once it is in. */
function asHold(finding: Finding): Finding {
  return { ...finding, severity: 'hold' };
}

const NOT_COMPARING = Object.keys(CHECKS).filter(
  (code): code is CheckCode => !COMPARING.some((comparing) => comparing === code),
);

/** A load of history has no plans to be held against. */
function notAsked(only: MonthToCheck['only'], isHistory: boolean): readonly CheckCode[] {
  if (only === 'comparing') return NOT_COMPARING;
  return isHistory ? ['PLAN_MISSING', 'ACTIVITY_NOT_PLANNED'] : [];
}

async function loadGround(tx: Tx, asked: MonthToCheck): Promise<readonly Ground[]> {
  const stored = await queryJson<Stored>(
    tx,
    Prisma.sql`SELECT ${FACT_COLUMNS}, ${CONTENT_OF_REPORT} AS content, r.source, r.submitted_on AS "submittedOn",
        (SELECT coalesce(json_agg(json_build_object('code', f.code, 'severity', f.severity)), '[]')
          FROM check_finding f WHERE f.report_id = r.id) AS found
      FROM (${whichReports(asked)}) a JOIN placement p ON p.id = a.placement_id ${factJoins(Prisma.sql`true`)}
      WHERE r.id = a.id ORDER BY r.id`,
  );
  const concerned = stored.filter(({ content }) => hasOtherActor(content));
  const otherActor = await loadOtherActorMonths(
    tx,
    concerned.map(({ placementId }) => placementId),
  );
  return stored.map((row) => ({ stored: row, placementMonth: placementMonthOf(row, otherActor) }));
}

function whichReports(asked: MonthToCheck): Prisma.Sql {
  const ofMonth = Prisma.sql`SELECT r.id, r.placement_id, r.month FROM report r WHERE r.month = ${firstDay(asked.month)}::date`;
  if ('reportIds' in asked) {
    if (asked.reportIds.length > MOST_CHECKED)
      throw new RangeError(`At most ${MOST_CHECKED} reports are checked at once`);
    return Prisma.sql`${ofMonth} AND r.id = ANY (${[...asked.reportIds]}::uuid[])`;
  }
  return Prisma.sql`${ofMonth} AND r.status = 'submitted' AND (${asked.after}::uuid IS NULL OR r.id > ${asked.after}::uuid)
    ORDER BY r.id LIMIT ${Math.min(asked.limit, MOST_CHECKED)}`;
}
