import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { Month } from '#lib/shared/month.ts';

/** Months with another actor's measure in their current report, by placement. */
export type OtherActorMonths = ReadonlyMap<string, readonly Month[]>;

export function hasOtherActor({ rows }: ReportContent): boolean {
  return rows.some(({ activity }) => activity === 'otherActor');
}

/** Asked for only where a report has such a measure: few do, and every row of every earlier report is looked at. */
export async function loadOtherActorMonths(
  tx: Tx,
  placementIds: readonly string[],
): Promise<OtherActorMonths> {
  if (placementIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ placementId: string; months: readonly Month[] }[]>`
    SELECT r.placement_id::text AS "placementId", array_agg(DISTINCT to_char(r.month, 'YYYY-MM')) AS months
    FROM report r JOIN report_row w ON w.report_id = r.id
    WHERE r.placement_id = ANY (${[...placementIds]}::uuid[]) AND r.status NOT IN ('superseded', 'withdrawn', 'rejected')
      AND w.activity = 'otherActor'
    GROUP BY r.placement_id`;
  return new Map(rows.map(({ placementId, months }) => [placementId, months]));
}
