import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { loadPlacementMonths } from '#lib/server/report/placement-months.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';
import { month } from '#lib/shared/month.ts';

test('the facts of a month are planned five times on a connection, and then no more, however many keys are asked for', async () => {
  const made = await createTestDatabase();
  const database = openDatabase(made.appUrl, 1);
  try {
    for (const count of [1, 1, 1, 1, 1, 1, 2, 1, 3, 1]) {
      const keys = Array.from({ length: count }, () => ({ placementId: newId(), month: month('2026-03') }));
      await loadPlacementMonths(database, keys);
    }
    const plans = await database.$queryRaw`SELECT custom_plans::int AS made, generic_plans::int AS kept
      FROM pg_prepared_statements WHERE statement LIKE ${'%"busiestDay"%'}`;
    expect(plans).toEqual([{ made: 5, kept: 5 }]);
  } finally {
    await database.$disconnect();
    await made.drop();
  }
});
