import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { keyOf, loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
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

test('what completes a report came in with its first version, but not with one that was taken back', async () => {
  const world = await buildWorld();
  try {
    const placement = await buildPlacement(world.owner, { office: world.office, from: '2026-01-02' });
    const key = { placementId: placement.id, month: month('2026-03') };
    const version = async (
      number: number,
      submittedOn: string,
      status: 'superseded' | 'withdrawn' | 'returned',
    ) => await buildStoredReport(world.owner, { placement, month: key.month, number, submittedOn, status });
    const firstOn = async () =>
      (await loadPlacementMonths(world.owner, [key])).get(keyOf(key))?.facts.firstSubmittedOn;
    expect(await firstOn()).toBeNull();
    await version(1, '2026-04-02', 'withdrawn');
    expect(await firstOn()).toBeNull();
    await version(2, '2026-04-07', 'superseded');
    await version(3, '2026-04-20', 'returned');
    expect(await firstOn()).toBe('2026-04-07');
  } finally {
    await world.close();
  }
});
