import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { commitmentOf, rankIn } from '#lib/server/sampling/sample-hash.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const portalSecret = 'a secret that only tests know, 32+ characters';
// Reports of January 2026 are due on Tuesday 10 February; the draw is made on the day after.
const BEGIN = new Date('2026-01-01T05:00:00Z');
const DRAW_DAY = new Date('2026-02-11T05:00:00Z');
let world: World;
let worker: Database;
let signatory: ProviderActor;
const at = (now: Date) => ({ database: worker, now, portalSecret });

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 3);
  signatory = await world.staff('signatory');
  await routeReports(at(BEGIN));
  const placements = await buildManyPlacements(world.owner, world.office, 45);
  const elsewhere = await buildManyPlacements(world.owner, world.elsewhere, 5);
  await buildWaitingReports(world.owner, [...placements, ...elsewhere], {
    month: '2026-01',
    submittedOn: '2026-02-03',
  });
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

type Standing = {
  readonly status: string;
  readonly route: string;
  readonly reason: string;
  readonly n: number;
};

async function standings(): Promise<readonly Standing[]> {
  return await world.owner.$queryRaw<
    Standing[]
  >`SELECT status::text, route, route_reason AS reason, count(*)::int AS n FROM report GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

const cycleOf = (draw: number) =>
  world.owner.sampleCycle.findFirstOrThrow({ where: { month: new Date('2026-01-01'), draw } });

describe('a cycle', () => {
  test('is opened with its month, for this month and the next, and once', async () => {
    const cycles = await world.owner.sampleCycle.findMany({ orderBy: [{ month: 'asc' }, { draw: 'asc' }] });
    expect(cycles.map(({ month, draw }) => `${month.toISOString().slice(0, 7)}/${draw}`)).toEqual([
      '2025-12/1',
      '2025-12/2',
      '2026-01/1',
      '2026-01/2',
      '2026-02/1',
      '2026-02/2',
    ]);
    expect(await routeReports(at(BEGIN))).toMatchObject({ opened: 0 });
  });

  test('is not drawn before the working day after the due day', async () => {
    expect(await routeReports(at(new Date('2026-02-10T20:00:00Z')))).toMatchObject({ approved: 0 });
    expect(await standings()).toEqual([{ status: 'submitted', route: 'automatic', reason: 'clear', n: 50 }]);
  });

  test('then draws of each stratum, and the rules approve the rest', async () => {
    // 5 % of 45 is 3, of 5 it is 1.
    expect(await routeReports(at(DRAW_DAY))).toMatchObject({ drawn: 1, approved: 46 });
    expect(await standings()).toEqual([
      { status: 'approved', route: 'automatic', reason: 'clear', n: 46 },
      { status: 'submitted', route: 'person', reason: 'sample', n: 4 },
    ]);
    const decisions = await world.owner.reviewDecision.findMany();
    expect(
      new Set(
        decisions.map(
          ({ by, decision, decidedByPersonId }) => `${by} ${decision} ${String(decidedByPersonId)}`,
        ),
      ),
    ).toEqual(new Set(['rules approve null']));
    // As a person's decision keeps its kronor, these do: what each adds to what the next statement posts.
    expect(new Set(decisions.map(({ effectOre, nextOre }) => [effectOre, nextOre].join(' ')))).toEqual(
      new Set(['136500 136500']),
    );
    expect(await cycleOf(1)).toMatchObject({ frameCount: 50, drawnCount: 4, secret: null, closedAt: null });
  });

  test('and nothing more, however often it is run', async () => {
    const before = await world.owner.auditEntry.count();
    expect(await routeReports(at(DRAW_DAY))).toEqual({ opened: 0, drawn: 0, approved: 0, closed: 0 });
    expect(await world.owner.auditEntry.count()).toBe(before);
  });

  test('tells each provider once of its month', async () => {
    const told = await world.owner.notification.findMany({ where: { event: 'reportApproved' } });
    expect(told.map(({ personId, path, placementId }) => ({ personId, path, placementId }))).toEqual([
      { personId: signatory.personId, path: '/provider/months/2026-01', placementId: null },
    ]);
  });

  test('closes when all that was drawn is decided, and tells the secret that it was drawn by', async () => {
    const drawn = await world.owner.sampleFrame.findMany({
      where: { drawn: true },
      orderBy: { reportId: 'asc' },
    });
    const [wrong, ...sound] = drawn;
    if (wrong === undefined) throw new Error('Nothing was drawn');
    await world.owner.report.updateMany({
      where: { id: { in: sound.map((one) => one.reportId) } },
      data: { status: 'approved' },
    });
    expect(await routeReports(at(DRAW_DAY))).toMatchObject({ closed: 0 });
    await world.owner.report.update({ where: { id: wrong.reportId }, data: { status: 'rejected' } });
    expect(await routeReports(at(DRAW_DAY))).toMatchObject({ closed: 1 });
    const { id, secret, commitment } = await cycleOf(1);
    if (secret === null) throw new Error('The secret is not told');
    expect(commitmentOf(id, secret).equals(commitment)).toBe(true);
    const rank = rankIn(id, secret);
    for (const stratum of Map.groupBy(
      await world.owner.sampleFrame.findMany(),
      ({ providerId }) => providerId,
    ).values()) {
      const ranked = stratum.toSorted((a, b) => (rank(a.reportId) < rank(b.reportId) ? -1 : 1));
      expect(ranked.map(({ position }) => position)).toEqual(stratum.map((_, index) => index + 1));
    }
    const results = await world.owner.sampleResult.findMany({ where: { error: { not: null } } });
    expect(results).toEqual([
      {
        reportId: wrong.reportId,
        cycleId: id,
        providerId: wrong.providerId,
        error: 'rejected',
        errorOre: 1_265_000n,
      },
    ]);
  });

  test('of what comes later is drawn at the month’s end, with more of a provider that had an error', async () => {
    const late = await buildManyPlacements(world.owner, world.office, 10);
    await buildWaitingReports(world.owner, late, { month: '2026-01', submittedOn: '2026-02-12' });
    expect(await routeReports(at(new Date('2026-02-27T05:00:00Z')))).toMatchObject({ drawn: 0, approved: 0 });
    const erred = await world.owner.sampleResult.findFirstOrThrow({ where: { error: { not: null } } });
    expect(await routeReports(at(new Date('2026-02-28T05:00:00Z')))).toMatchObject({ drawn: 1 });
    const [stratum] = await world.owner.sampleStratum.findMany({ where: { cycleId: (await cycleOf(2)).id } });
    const isErred = erred.providerId === world.office.provider.id;
    expect(stratum).toMatchObject(
      isErred
        ? { sharePermille: 200, drawnCount: 2, because: 'findings' }
        : { sharePermille: 50, drawnCount: 1, because: 'normal' },
    );
  });

  test('gives whoever looks at what was drawn the usual days from the draw', async () => {
    const { id } = await cycleOf(2);
    const drawn = await world.owner.report.findMany({ where: { sampled: { cycleId: id, drawn: true } } });
    expect(drawn.length).toBeGreaterThan(0);
    // Sent on 12 February, which would be over on the 26th; drawn on the 28th.
    for (const { decideBy } of drawn) expect(decideBy).toEqual(new Date('2026-03-14'));
    await expect(
      worker.$executeRaw`UPDATE report SET decide_by = decide_by + 1 WHERE id = ${drawn[0]?.id ?? ''}::uuid`,
    ).rejects.toThrow('the draw alone gives a report more days');
  });

  test('is drawn of what still passes all checks: what is known by now that was not when it came in goes to a person', async () => {
    const [ended, going] = await buildManyPlacements(world.owner, world.office, 2);
    if (ended === undefined || going === undefined) throw new Error('There are two');
    const [held = '', clear = ''] = await buildWaitingReports(world.owner, [ended, going], {
      month: '2026-02',
      submittedOn: '2026-03-02',
    });
    await world.owner.placement.update({
      where: { id: ended.id },
      data: { end: new Date('2026-01-15'), endReason: 'interruption' },
    });
    expect(await routeReports(at(new Date('2026-03-11T05:00:00Z')))).toMatchObject({ drawn: 1 });
    expect(await world.owner.report.findUnique({ where: { id: held } })).toMatchObject({
      route: 'person',
      routeReason: 'hold',
      holds: 1,
    });
    expect(await world.owner.checkFinding.findMany({ where: { reportId: held } })).toMatchObject([
      { code: 'OUTSIDE_PLACEMENT', severity: 'hold', foundAt: expect.any(Date) },
    ]);
    expect(await world.owner.sampleFrame.count({ where: { reportId: { in: [held, clear] } } })).toBe(1);
  });
});
