import type { AskedMonths } from '#lib/domain/insight/asked-months.ts';
import type { SampledStratum } from '#lib/domain/sampling/estimate.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { Month } from '#lib/shared/month.ts';

/** A stratum of a closed cycle, as the estimate sees it, and which it is. */
export type ProviderStratum = SampledStratum & {
  readonly providerId: string;
  readonly cycleId: string;
  readonly month: Month;
  readonly draw: number;
};

/** The strata of the providers in the cycles of the months that are closed, by provider. */
export async function sampledStrata(
  tx: Tx,
  providerIds: readonly string[],
  { since, until }: AskedMonths,
): Promise<ReadonlyMap<string, readonly ProviderStratum[]>> {
  if (providerIds.length === 0) return new Map();
  const strata = await queryJson<ProviderStratum>(
    tx,
    Prisma.sql`
    SELECT s.provider_id AS "providerId", y.id AS "cycleId", to_char(y.month, 'YYYY-MM') AS month, y.draw, s.frame_count AS "frameCount",
      s.drawn_count AS "drawnCount", s.drawn_count AS "decidedCount", coalesce(f.ore, 0) AS "frameOre", coalesce(f.errors, '[]') AS errors
    FROM sample_cycle y JOIN sample_stratum s ON s.cycle_id = y.id
      LEFT JOIN LATERAL (
        SELECT sum(f.amount_ore) AS ore,
          json_agg(json_build_object('amountOre', f.amount_ore, 'errorOre', x.error_ore)) FILTER (WHERE x.error IS NOT NULL) AS errors
        FROM sample_frame f LEFT JOIN sample_result x ON x.report_id = f.report_id
        WHERE f.cycle_id = s.cycle_id AND f.provider_id = s.provider_id AND f.delivery_area_id = s.delivery_area_id AND f.level = s.level) f ON true
    WHERE y.closed_at IS NOT NULL AND y.month >= ${since}::date AND y.month < ${until}::date AND s.provider_id = ANY (${[...providerIds]}::uuid[])
    ORDER BY y.month, y.draw, s.delivery_area_id, s.level`,
  );
  return Map.groupBy(strata, ({ providerId }) => providerId);
}
