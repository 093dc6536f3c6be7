import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { MonthListItem } from '#lib/domain/report/month-list.ts';
import { listMonths } from '#lib/server/month/list-months.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;

beforeAll(async () => {
  world = await buildWorld();
  const { owner, office, otherOffice } = world;
  const first = await buildPlacement(owner, { office, from: '2026-03-02', end: '2026-05-20' });
  await buildPlacement(owner, { office: otherOffice, from: '2026-04-30', end: '2026-05-20' });
  await buildStoredReport(owner, { placement: first, month: '2026-03' });
  await buildStoredReport(owner, { placement: first, month: '2026-04', status: 'returned' });
});
afterAll(() => world.close());

async function months(actor: ProviderActor, at: string): Promise<readonly MonthListItem[]> {
  const result = await world.read(listMonths, {}, { actor, now: new Date(`${at}T08:00:00Z`) });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.months;
}

test('are those that somebody was there in, the latest first, with how far they have come', async () => {
  expect(await months(await world.staff('coach'), '2026-05-12')).toMatchObject([
    { month: '2026-05', participants: 2, waiting: 0, approved: 0, returned: 0, reopened: 0 },
    { month: '2026-04', participants: 2, returned: 1, dueOn: '2026-05-10' },
    { month: '2026-03', participants: 1, approved: 1 },
  ]);
});

test('can be found long after the last participant has left', async () => {
  const found = await months(await world.staff('coach'), '2028-01-15');
  expect(found.map(({ month }) => month)).toEqual(['2026-05', '2026-04', '2026-03']);
});

test('are of the offices in scope', async () => {
  const coach = await world.staff('coach', world.office, [world.otherOffice]);
  expect((await months(coach, '2026-05-12')).map(({ month, participants }) => [month, participants])).toEqual(
    [
      ['2026-05', 1],
      ['2026-04', 1],
    ],
  );
  expect(await months(await world.staff('coach', world.elsewhere), '2026-05-12')).toEqual([]);
});

test('count what is taken up again as what it counts as until there is a new decision, and say that it is', async () => {
  const coach = await world.staff('coach', world.elsewhere);
  for (const status of ['approved', 'rejected', 'submitted'] as const) {
    const placement = await buildPlacement(world.owner, { office: world.elsewhere, from: '2026-03-02' });
    const id = await buildStoredReport(world.owner, { placement, month: '2026-03', status });
    await world.owner.report.update({ where: { id }, data: { status: 'inReview' } });
  }
  const [, march] = await months(coach, '2026-04-12');
  expect(march).toMatchObject({ waiting: 1, approved: 1, rejected: 1, reopened: 2 });
});
