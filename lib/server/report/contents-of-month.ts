import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';

/** What is reported for a month of each of some placements, by placement; those with nothing sent are not among them. */
export async function contentsOfMonth(
  tx: Tx,
  placementIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, ReportContent>> {
  const rows = await queryJson<{ readonly placementId: string; readonly content: ReportContent }>(
    tx,
    Prisma.sql`SELECT r.placement_id AS "placementId", ${CONTENT_OF_REPORT} AS content
      FROM unnest(${[...placementIds]}::uuid[]) AS p (id) CROSS JOIN LATERAL (
        SELECT * FROM report r WHERE r.placement_id = p.id AND r.month = ${firstDay(month)}::date
          AND r.status NOT IN ('superseded', 'withdrawn') LIMIT 1) r`,
  );
  return new Map(rows.map(({ placementId, content }) => [placementId, content]));
}
