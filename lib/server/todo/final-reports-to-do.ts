import { FOLLOWED_DAYS, finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import type { MissingFinalReport } from '#lib/domain/todo/todo.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** More than somebody writes in a day: the rest follows when these are sent. */
const SHOWN = 30;

type Row = Omit<MissingFinalReport, 'kind' | 'dueOn'> & { readonly from: PlainDate; readonly to: PlainDate };

/** Those who have ended and whose final report is not sent, the longest ended first; from the last day on. */
export async function listMissingFinalReports(
  tx: Tx,
  scope: TodoScope,
): Promise<readonly MissingFinalReport[]> {
  const { terms } = scope;
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`
    SELECT p.id AS "placementId", q.id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName",
      p."from", coalesce(p."end", p."to") AS "to",
      EXISTS (SELECT 1 FROM document_draft f WHERE f.placement_id = p.id AND f.kind = 'finalReport') AS begun
    FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
    WHERE ${lacksFinalReport(scope)}
    ORDER BY coalesce(p."end", p."to"), n.family_name, p.id LIMIT ${SHOWN}`,
  );
  return rows.map(({ from, to, ...row }) => ({
    kind: 'finalReport',
    ...row,
    dueOn: finalReportDueOn({ from, to, end: to }, terms.finalReportWorkdays),
  }));
}

/** The same placements, all of them, as the days by which their final reports are in time and how many. */
export async function countMissingFinalReports(
  tx: Tx,
  scope: TodoScope,
): Promise<readonly { readonly dueOn: PlainDate; readonly count: number }[]> {
  const ends = await tx.$queryRaw<{ to: PlainDate; count: number }[]>`
    SELECT coalesce(p."end", p."to")::text AS "to", count(*)::int AS count
    FROM placement p WHERE ${lacksFinalReport(scope)} GROUP BY 1 ORDER BY 1`;
  const counts = new Map<PlainDate, number>();
  for (const { to, count } of ends) {
    const dueOn = finalReportDueOn({ from: to, to, end: to }, scope.terms.finalReportWorkdays);
    counts.set(dueOn, (counts.get(dueOn) ?? 0) + count);
  }
  return [...counts].map(([dueOn, count]) => ({ dueOn, count }));
}

/** Placements `p` of the scope that have ended, or are on their last day, without a final report. */
function lacksFinalReport(scope: TodoScope): Prisma.Sql {
  const { today } = scope;
  return Prisma.sql`${inScope(scope)} AND coalesce(p."end", p."to") BETWEEN ${addDays(today, -FOLLOWED_DAYS)}::date AND ${addDays(today, 1)}::date
    AND coalesce(p."end", p."to") > p."from"
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.placement_id = p.id AND d.kind = 'finalReport'
      AND d.status NOT IN ('superseded', 'withdrawn'))`;
}
