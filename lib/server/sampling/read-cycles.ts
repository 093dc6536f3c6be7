import { type Draw, drawDay } from '#lib/domain/sampling/draw-day.ts';
import type { CycleState, ReadStratum, SampleCycle } from '#lib/domain/sampling/sample-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { drawnOutcomes } from '#lib/server/sampling/drawn-outcomes.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type StoredCycle = Omit<SampleCycle, 'state' | 'drawOn'> & { readonly draw: Draw };

/** Cycles in the query's order: `rest` says which of `c`, in what order, how many. */
export async function readCycles(tx: Tx, rest: Prisma.Sql): Promise<readonly SampleCycle[]> {
  const stored = await queryJson<StoredCycle>(
    tx,
    Prisma.sql`SELECT c.id, to_char(c.month, 'YYYY-MM') AS month, c.draw, c.opened_at AS "openedAt", encode(c.commitment, 'hex') AS commitment,
      c.drawn_at AS "drawnAt", encode(c.frame_hash, 'hex') AS "frameHash", c.closed_at AS "closedAt", encode(c.secret, 'hex') AS secret
      FROM sample_cycle c ${rest}`,
  );
  const { termsOf } = await loadRules(tx);
  return stored.map((cycle) => ({
    ...cycle,
    state: stateOf(cycle),
    drawOn: drawDay(cycle.month, cycle.draw, termsOf(cycle.month)),
  }));
}

function stateOf({ drawnAt, closedAt }: StoredCycle): CycleState {
  if (closedAt !== null) return 'closed';
  return drawnAt === null ? 'open' : 'drawn';
}

/**
 * The strata of some cycles with what is known of their drawn reports: of closed cycles what was told when they closed, of others what
 * the reports come to today. `where` narrows the strata `x`.
 */
export async function readStrata(
  tx: Tx,
  cycleIds: readonly string[],
  where: Prisma.Sql,
  today: PlainDate,
): Promise<readonly ReadStratum[]> {
  if (cycleIds.length === 0) return [];
  const these = Prisma.sql`= ANY (${[...cycleIds]}::uuid[])`;
  const waiting = drawnOutcomes(
    Prisma.sql`f.cycle_id IN (SELECT c.id FROM sample_cycle c WHERE c.id ${these} AND c.closed_at IS NULL)`,
    today,
  );
  return await queryJson<ReadStratum>(
    tx,
    Prisma.sql`WITH outcome AS MATERIALIZED (
        SELECT f.cycle_id, f.provider_id, f.delivery_area_id, f.level, f.amount_ore, true AS is_final, s.error, s.error_ore
          FROM sample_result s JOIN sample_frame f ON f.report_id = s.report_id WHERE s.cycle_id ${these}
        UNION ALL SELECT o.cycle_id, o.provider_id, o.delivery_area_id, o.level, o.amount_ore, o.is_final, o.error, o.error_ore FROM (${waiting}) o),
      counted AS (SELECT o.cycle_id, o.provider_id, o.delivery_area_id, o.level, count(*) FILTER (WHERE o.is_final)::int AS decided,
          json_agg(json_build_object('amountOre', o.amount_ore, 'errorOre', o.error_ore)) FILTER (WHERE o.error IS NOT NULL) AS errors
        FROM outcome o GROUP BY 1, 2, 3, 4)
      SELECT x.cycle_id AS "cycleId", x.provider_id AS "providerId", x.delivery_area_id AS "deliveryAreaId", x.level, x.frame_count AS "frameCount",
        x.frame_ore AS "frameOre", x.drawn_count AS "drawnCount", x.share_permille AS "sharePermille", x.because,
        coalesce(k.decided, 0) AS "decidedCount", coalesce(k.errors, '[]') AS errors
      FROM sample_stratum x LEFT JOIN counted k USING (cycle_id, provider_id, delivery_area_id, level)
      WHERE x.cycle_id ${these} AND ${where} ORDER BY x.delivery_area_id, x.level`,
  );
}
