import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { estimate } from '#lib/domain/sampling/estimate.ts';
import type { OwnSamples } from '#lib/domain/sampling/sample-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { readCycles, readStrata } from '#lib/server/sampling/read-cycles.ts';
import { addMonthsTo, firstDay, monthOf } from '#lib/shared/month.ts';

const MONTHS = 12;

/**
 * A provider's own part of the cycles of the last twelve months that are closed, and the commitments of those to come. Of a draw that is
 * not closed it sees nothing: neither that there was one of its reports in it nor what it came to.
 */
export const ownClosedCycles = defineQuery<object, OwnSamples>({
  name: 'sample.listOwn',
  mandates: [...PROVIDER_ROLES],
  purpose: 'Egna stickprov',
  run: async (tx, _, { actor, today }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const since = firstDay(addMonthsTo(monthOf(today), -MONTHS));
    const own = Prisma.sql`x.provider_id = ${actor.providerId}::uuid`;
    const closed = await readCycles(
      tx,
      Prisma.sql`WHERE c.closed_at IS NOT NULL AND c.month >= ${since}::date
        AND EXISTS (SELECT 1 FROM sample_stratum x WHERE x.cycle_id = c.id AND ${own}) ORDER BY c.month DESC, c.draw DESC`,
    );
    const strata = await readStrata(
      tx,
      closed.map(({ id }) => id),
      own,
      today,
    );
    const byCycle = Map.groupBy(strata, ({ cycleId }) => cycleId);
    return {
      cycles: closed.map((cycle) => ({ ...cycle, estimate: estimate(byCycle.get(cycle.id) ?? []) })),
      together: strata.length === 0 ? null : estimate(strata),
      coming: await readCycles(tx, Prisma.sql`WHERE c.drawn_at IS NULL ORDER BY c.month, c.draw`),
    };
  },
  reads: () => null,
});
