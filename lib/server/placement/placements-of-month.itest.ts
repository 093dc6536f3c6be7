import { afterAll, beforeAll, expect, test } from 'vitest';
import { placementsOfMonth } from '#lib/server/placement/placements-of-month.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

test('a system is told of those with a day in the month: not of one whose placement ended before it had any', async () => {
  const { office, owner } = world;
  const end = { endReason: 'interruption' as const };
  const whole = await buildPlacement(owner, { office });
  const oneDay = await buildPlacement(owner, { office, from: '2026-03-16', end: '2026-03-17', ...end });
  await buildPlacement(owner, { office, from: '2026-03-16', end: '2026-03-16', ...end });
  // Its first day without service is the month's first.
  await buildPlacement(owner, { office, from: '2026-01-12', end: '2026-03-01', ...end });
  await buildPlacement(owner, { office, from: '2026-04-01' });
  const actor = await buildApiClient(owner, { provider: office.provider });
  const listed = await world.read(
    placementsOfMonth,
    { month: month('2026-03'), cursor: undefined },
    { actor, now },
  );
  const ids = listed.ok ? listed.value.page.placements.map(({ id }) => id) : [];
  expect(ids.toSorted()).toEqual([whole.id, oneDay.id].toSorted());
});
