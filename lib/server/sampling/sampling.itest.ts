import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { commitmentOf, rankIn } from '#lib/server/sampling/sample-hash.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const portalSecret = 'a secret that only tests know, 32+ characters';
// Reports of January 2026 are due on Tuesday 10 February; the draw is made on the day after.
const BEGIN = new Date('2026-01-01T05:00:00Z');
const DRAW_DAY = new Date('2026-02-11T05:00:00Z');
let world: World;
let worker: Database;
let reviewer: AuthorityActor;
let signatory: ProviderActor;
const at = (now: Date) => ({ database: worker, now, portalSecret });

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 3);
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
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
    await buildWaitingReports(world.owner, late, { month: '2026-01', submittedOn: '2026-02-20' });
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
});

describe('the database lets', () => {
  const refused = /42501|23001|permission denied|row-level security|23514/;
  const asWorker = (statement: string) =>
    inTransaction(worker, { kind: 'job', name: 'test' }, async (tx) => await tx.$executeRawUnsafe(statement));

  async function waiting(): Promise<string> {
    const [placement] = await buildManyPlacements(world.owner, world.office, 1);
    const [id = ''] =
      placement === undefined
        ? []
        : await buildWaitingReports(world.owner, [placement], {
            month: '2026-03',
            submittedOn: '2026-04-02',
          });
    return id;
  }

  test.each([
    [
      'opened',
      `INSERT INTO sample_cycle (id, month, draw, opened_at, commitment, sealed_secret) VALUES ('${newId()}', '2030-01-01', 1, now(), sha256('x'), 'x')`,
    ],
    [
      'drawn',
      'UPDATE sample_cycle SET drawn_at = now(), frame_count = 0, drawn_count = 0, frame_hash = sha256($$x$$), part_hashes = $${}$$',
    ],
    ['read in secret', 'UPDATE sample_cycle SET id = id WHERE sealed_secret IS NOT NULL'],
    ['removed', 'DELETE FROM sample_frame'],
  ])('no cycle be %s by the app, whoever asks', async (_, statement) => {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const actor of [reviewer, signatory])
      await expect(inTransaction(world.app, actor, (tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
        refused,
      );
  });

  test('nobody at the app read a sealed secret, and everybody a commitment', async () => {
    const read = (column: string) =>
      inTransaction(world.app, reviewer, (tx) => tx.$queryRawUnsafe(`SELECT ${column} FROM sample_cycle`));
    await expect(read('sealed_secret')).rejects.toThrow(/permission denied/);
    await expect(read('*')).rejects.toThrow(/permission denied/);
    expect(
      await inTransaction(world.app, signatory, (tx) =>
        tx.$queryRawUnsafe('SELECT commitment FROM sample_cycle'),
      ),
    ).not.toEqual([]);
  });

  test('a provider see its own part of a closed cycle, and nothing of one that is drawn', async () => {
    const seen = await inTransaction(
      world.app,
      signatory,
      (tx) =>
        tx.$queryRaw<
          { provider: string; draw: number }[]
        >`SELECT DISTINCT f.provider_id::text AS provider, c.draw FROM sample_frame f
        JOIN sample_cycle c ON c.id = f.cycle_id WHERE c.month = '2026-01-01'`,
    );
    expect(seen).toEqual([{ provider: signatory.providerId, draw: 1 }]);
  });

  test.each([
    [
      'a report be added to what is drawn',
      'INSERT INTO sample_frame SELECT r.id, f.cycle_id, f.provider_id, f.delivery_area_id, f.level, f.content_hash, f.amount_ore, f.position, f.drawn_count, f.stratum_count, f.drawn FROM report r, (SELECT * FROM sample_frame LIMIT 1) f WHERE NOT EXISTS (SELECT 1 FROM sample_frame x WHERE x.report_id = r.id)',
    ],
    ['another be drawn', 'UPDATE sample_frame SET drawn = NOT drawn'],
    [
      'a cycle be drawn again',
      'UPDATE sample_cycle SET frame_hash = sha256($$y$$) WHERE drawn_at IS NOT NULL',
    ],
    [
      'a cycle count what is not there',
      'UPDATE sample_cycle SET drawn_at = now(), frame_count = 1, drawn_count = 1, frame_hash = sha256($$x$$), part_hashes = $${}$$ WHERE drawn_at IS NULL',
    ],
    [
      'another secret be told',
      'UPDATE sample_cycle SET closed_at = now(), secret = sha256($$x$$) WHERE drawn_at IS NOT NULL AND closed_at IS NULL',
    ],
    [
      'a closed cycle be opened',
      'UPDATE sample_cycle SET closed_at = NULL, secret = NULL WHERE closed_at IS NOT NULL',
    ],
    ['another commitment be made', 'UPDATE sample_cycle SET commitment = sha256($$x$$)'],
    [
      'a result be written of what was not drawn',
      'INSERT INTO sample_result SELECT f.report_id, f.cycle_id, f.provider_id, NULL, 0 FROM sample_frame f JOIN sample_cycle c ON c.id = f.cycle_id WHERE NOT f.drawn AND c.closed_at IS NULL',
    ],
    ['a result be changed', 'UPDATE sample_result SET error = NULL, error_ore = 0'],
  ])('not even the worker: that %s', async (_, statement) => {
    await waiting();
    await expect(asWorker(statement)).rejects.toThrow(refused);
  });

  test('no report be approved without a person before it stood in a draw', async () => {
    const id = await waiting();
    const decide = `INSERT INTO review_decision (id, report_id, decision, by, decided_at) VALUES (gen_random_uuid(), '${id}', 'approve', 'rules', now())`;
    await expect(asWorker(decide)).rejects.toThrow(refused);
    await expect(asWorker(`UPDATE report SET status = 'approved' WHERE id = '${id}'`)).rejects.toThrow(
      refused,
    );
    await expect(asWorker(decide.replace("'rules'", "'person'"))).rejects.toThrow(refused);
    await expect(inTransaction(world.app, reviewer, (tx) => tx.$executeRawUnsafe(decide))).rejects.toThrow(
      refused,
    );
  });

  test('no drawn report be approved without a person, nor sent back to the rules', async () => {
    const { reportId } = await world.owner.sampleFrame.findFirstOrThrow({
      where: { drawn: true, cycle: { closedAt: null } },
    });
    await expect(
      asWorker(
        `INSERT INTO review_decision (id, report_id, decision, by, decided_at) VALUES (gen_random_uuid(), '${reportId}', 'approve', 'rules', now())`,
      ),
    ).rejects.toThrow(refused);
    const back = `UPDATE report SET route = 'automatic', route_reason = 'clear' WHERE id = '${reportId}'`;
    await expect(asWorker(back)).rejects.toThrow(refused);
    await expect(inTransaction(world.app, reviewer, (tx) => tx.$executeRawUnsafe(back))).rejects.toThrow(
      refused,
    );
  });
});
