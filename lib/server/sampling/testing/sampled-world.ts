import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

/** A secret under which tests open cycles. */
export const TEST_SECRET = 'a secret that only tests know, 32+ characters';

export type SampledWorld = World & {
  /** As the worker's role. */
  readonly worker: Database;
  /** January's first draw: 45 reports of the world's provider and 5 of another, one drawn one rejected. */
  readonly closedId: string;
  /** Its second: 10 more, of which nothing drawn is decided. */
  readonly drawnId: string;
};

/** Two draws of January 2026: one that is closed, and one that is looked at. */
export async function buildSampledWorld(): Promise<SampledWorld> {
  const world = await buildWorld();
  const { owner } = world;
  const worker = openDatabase(world.workerUrl, 3);
  const run = (on: string) =>
    routeReports({ database: worker, now: new Date(`${on}T05:00:00Z`), portalSecret: TEST_SECRET });
  await run('2026-01-01');
  const own = await buildManyPlacements(owner, world.office, 45);
  const others = await buildManyPlacements(owner, world.elsewhere, 5);
  await buildWaitingReports(owner, [...own, ...others], { month: '2026-01', submittedOn: '2026-02-03' });
  await run('2026-02-11');
  const wrong = await owner.sampleFrame.findFirstOrThrow({ where: { drawn: true } });
  await owner.report.update({ where: { id: wrong.reportId }, data: { status: 'rejected' } });
  await owner.report.updateMany({
    where: { routeReason: 'sample', status: 'submitted' },
    data: { status: 'approved' },
  });
  await run('2026-02-11');
  const late = await buildManyPlacements(owner, world.office, 10);
  await buildWaitingReports(owner, late, { month: '2026-01', submittedOn: '2026-02-20' });
  await run('2026-02-28');
  const [closed, drawn] = await owner.sampleCycle.findMany({
    where: { month: new Date('2026-01-01') },
    orderBy: { draw: 'asc' },
  });
  if (closed === undefined || drawn === undefined) throw new Error('January has two cycles');
  return {
    ...world,
    worker,
    closedId: closed.id,
    drawnId: drawn.id,
    close: async () => {
      await worker.$disconnect();
      await world.close();
    },
  };
}
