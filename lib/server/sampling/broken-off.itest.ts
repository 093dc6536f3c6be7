import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { TEST_SECRET } from '#lib/server/sampling/testing/sampled-world.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// More than one batch of each kind: 5 % of 1 300 and of 40 are drawn.
const COUNTS = [1300, 40] as const;
const DRAWN = 65 + 2;
let world: World;
let worker: Database;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  await world.staff('signatory');
  await routeReports({ database: worker, now: new Date('2026-01-01T05:00:00Z'), portalSecret: TEST_SECRET });
  for (const [at, office] of [world.office, world.elsewhere].entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one office after the other
    const placements = await buildManyPlacements(world.owner, office, COUNTS[at] ?? 0);
    // oxlint-disable-next-line no-await-in-loop
    await buildWaitingReports(world.owner, placements, { month: '2026-01', submittedOn: '2026-02-03' });
  }
}, 60_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

class BrokenOff extends Error {}

/** A worker that is killed when it has committed so many transactions: the next one never begins. */
function killedAfter(commits: number): Database {
  let left = commits;
  return new Proxy(worker, {
    get(target, name, receiver) {
      if (name !== '$transaction') return Reflect.get(target, name, receiver) as unknown;
      return async (...given: Parameters<Database['$transaction']>) => {
        if (left === 0) throw new BrokenOff('killed');
        left -= 1;
        return await target.$transaction(...given);
      };
    },
  });
}

test('a run that is broken off after any of its transactions goes on there, and comes to what an undisturbed one does', async () => {
  const at = { now: new Date('2026-02-11T05:00:00Z'), portalSecret: TEST_SECRET };
  let killed = 0;
  for (let commits = 0; ; commits += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each begins where the one before was killed
    const ended = await routeReports({ ...at, database: killedAfter(commits) }).catch((error: unknown) => {
      if (error instanceof BrokenOff) return null;
      throw error;
    });
    if (ended !== null) break;
    killed += 1;
  }
  // Among checks, between the draw and the approvals, and among those.
  expect(killed).toBeGreaterThanOrEqual(6);
  const [counted] = await world.owner.$queryRaw<
    object[]
  >`SELECT count(*)::int AS decisions, count(DISTINCT d.report_id)::int AS reports,
    count(*) FILTER (WHERE r.status <> 'approved' OR r.version <> 2)::int AS odd FROM review_decision d JOIN report r ON r.id = d.report_id`;
  const all = COUNTS[0] + COUNTS[1];
  expect(counted).toEqual({ decisions: all - DRAWN, reports: all - DRAWN, odd: 0 });
  expect(
    await world.owner.report.count({ where: { routeReason: 'sample', status: 'submitted', version: 2 } }),
  ).toBe(DRAWN);
  expect(await world.owner.auditEntry.count({ where: { action: 'report.approveByRules' } })).toBe(
    all - DRAWN,
  );
  expect(
    await world.owner.auditEntry.count({
      where: { action: 'sample.draw', detail: { path: ['frameCount'], equals: all } },
    }),
  ).toBe(1);
  expect(await world.owner.notification.count({ where: { event: 'reportApproved' } })).toBe(1);
  const entries = await world.owner.auditEntry.count();
  expect(await routeReports({ ...at, database: worker })).toEqual({
    opened: 0,
    drawn: 0,
    approved: 0,
    closed: 0,
  });
  expect(await world.owner.auditEntry.count()).toBe(entries);
}, 120_000);
