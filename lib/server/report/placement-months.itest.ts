import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld } from '#lib/server/testing/builders/world.ts';
import { month } from '#lib/shared/month.ts';

test('the facts of a month are planned five times on a connection and then no more, for whatever it is asked', async () => {
  const world = await buildWorld();
  const database = openDatabase(world.appUrl, 1);
  try {
    const placements = await buildManyPlacements(world.owner, world.office, 300);
    await world.owner.$executeRaw`ANALYZE`;
    for (const count of [1, 1, 1, 1, 1, 1, 2, 1, 3, 1]) {
      const keys = placements.slice(0, count).map(({ id }) => ({ placementId: id, month: month('2026-03') }));
      await loadPlacementMonths(database, keys);
    }
    const plans = await database.$queryRaw`SELECT custom_plans::int AS made, generic_plans::int AS kept
      FROM pg_prepared_statements WHERE statement LIKE ${'%"busiestDay"%'}`;
    expect(plans).toEqual([{ made: 5, kept: 5 }]);
  } finally {
    await database.$disconnect();
    await world.close();
  }
});
