import { FOLLOWED_DAYS, finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import { finalReportsInTime, planable } from '#lib/domain/quality/final-reports.ts';
import type { OfficeQuality } from '#lib/domain/quality/quality-view.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly officeId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly submittedOn: PlainDate | null;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
};
export type FinalReportsOfOffice = Pick<OfficeQuality, 'finalReport' | 'planable'>;

/**
 * How each office of the scope stands with final reports: of the placements `p` that ended in the last three months, when
 * the report first came in and whether caseworkers could plan from it. Offices without any such placement are left out.
 */
export async function finalReportsOfOffices(
  tx: Tx,
  scope: Prisma.Sql,
  today: PlainDate,
  { finalReportWorkdays }: Pick<Terms, 'finalReportWorkdays'>,
): Promise<ReadonlyMap<string, FinalReportsOfOffice>> {
  const rows = await queryJson<Row>(
    tx,
    Prisma.sql`
    SELECT p.office_id AS "officeId", p."from", coalesce(p."end", p."to") AS "to", d."submittedOn", v.*
    FROM placement p
      CROSS JOIN LATERAL (SELECT min(d.submitted_on) AS "submittedOn" FROM document d
        WHERE d.placement_id = p.id AND d.kind = 'finalReport' AND d.status <> 'withdrawn') d
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE v.verdict = 'yes')::int AS yes,
          count(*) FILTER (WHERE v.verdict = 'partly')::int AS partly, count(*) FILTER (WHERE v.verdict = 'no')::int AS no
        FROM final_report_verdict v JOIN document f ON f.id = v.document_id WHERE f.placement_id = p.id) v
    WHERE ${scope} AND p.cancelled_at IS NULL AND coalesce(p."end", p."to") > p."from"
      AND coalesce(p."end", p."to") BETWEEN ${addDays(today, -FOLLOWED_DAYS)}::date AND ${today}::date`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ officeId }) => officeId)].map(([officeId, own]) => [
      officeId,
      finalReportStandings(own, today, finalReportWorkdays),
    ]),
  );
}

/** What an office without any placement that ended stands like. */
export function finalReportStandings(
  rows: readonly Row[],
  today: PlainDate,
  workdays: number,
): FinalReportsOfOffice {
  const sum = (answer: 'yes' | 'partly' | 'no') => rows.reduce((all, row) => all + row[answer], 0);
  return {
    finalReport: finalReportsInTime(
      rows.map(({ from, to, submittedOn }) => ({
        dueOn: finalReportDueOn({ from, to, end: to }, workdays),
        submittedOn,
      })),
      today,
    ),
    planable: planable({ yes: sum('yes'), partly: sum('partly'), no: sum('no') }),
  };
}
