import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { sampleFile } from '#lib/schemas/sample-file.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { listSamples } from '#lib/server/sampling/list-samples.ts';
import { ownClosedCycles } from '#lib/server/sampling/own-closed-cycles.ts';
import { readSample } from '#lib/server/sampling/read-sample.ts';
import { sampleFileOf } from '#lib/server/sampling/sample-file-of.ts';
import { buildSampledWorld, type SampledWorld } from '#lib/server/sampling/testing/sampled-world.ts';
import { buildWaitingReports } from '#lib/server/sampling/testing/waiting-reports.ts';
import { verifySample } from '#lib/server/sampling/verify-sample.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let world: SampledWorld;
let reviewer: AuthorityActor;
let signatory: ProviderActor;
beforeAll(async () => {
  world = await buildSampledWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  signatory = await world.staff('signatory');
});
afterAll(() => world.close());

describe('who reads samples', () => {
  const as = (actor: AuthorityActor | ProviderActor) => ({ actor, now: new Date('2026-03-01T09:00:00Z') });

  test('as a reviewer sees every cycle with its state, its share of error and what was approved by whom', async () => {
    const list = await world.read(listSamples, { page: 1 }, as(reviewer));
    if (!list.ok) throw new Error('refused');
    const { cycles, coming, months, total } = list.value;
    expect(total).toBe(2);
    const named = (listed: typeof coming) =>
      listed.map(({ month, draw, state }) => `${month}/${draw} ${state}`);
    expect(named(cycles)).toEqual(['2026-01/2 drawn', '2026-01/1 closed']);
    expect(named(coming)).toEqual(['2026-02/1 open', '2026-02/2 open', '2026-03/1 open', '2026-03/2 open']);
    expect(cycles[1]?.estimate).toMatchObject({
      frameCount: 50,
      drawnCount: 4,
      decidedCount: 4,
      errorCount: 1,
      isFinal: true,
    });
    expect(cycles[0]?.estimate).toMatchObject({
      frameCount: 10,
      decidedCount: 0,
      share: null,
      isFinal: false,
    });
    expect(months[0]).toMatchObject({ month: '2026-01', plannedPermille: 700 });
  });

  test('sees a cycle by provider, and the strata of the one that is asked for', async () => {
    const cycleId = world.closedId;
    const page = await world.read(readSample, { cycleId, provider: world.office.provider.id }, as(reviewer));
    if (!page.ok) throw new Error('refused');
    expect(page.value.providers.map(({ name, estimate }) => [name, estimate.frameCount])).toEqual([
      [world.office.provider.name, 45],
      [world.elsewhere.provider.name, 5],
    ]);
    expect(page.value.chosen?.strata).toMatchObject([
      { level: 'B', frameCount: 45, drawnCount: 3, frameOre: 45 * 1_265_000 },
    ]);
  });

  test('as a provider sees its own part of what is closed alone, and can check it', async () => {
    const own = await world.read(ownClosedCycles, {}, as(signatory));
    if (!own.ok) throw new Error('refused');
    expect(own.value.cycles.map(({ month, draw, estimate }) => [month, draw, estimate.frameCount])).toEqual([
      ['2026-01', 1, 45],
    ]);
    expect(own.value.coming.map(({ secret }) => secret)).toEqual([null, null, null, null]);
    const id = world.closedId;
    const file = await world.read(sampleFileOf, { cycleId: id }, as(signatory));
    if (!file.ok) throw new Error('refused');
    expect(file.value.reports.every(({ providerId }) => providerId === signatory.providerId)).toBe(true);
    expect(verifySample(file.value)).toEqual([]);
    expect(verifySample(sampleFile.parse(JSON.parse(JSON.stringify(file.value))))).toEqual([]);
    expect((await world.read(sampleFileOf, { cycleId: world.drawnId }, as(reviewer))).ok).toBe(false);
    expect((await world.read(readSample, { cycleId: id, provider: '' }, as(signatory))).ok).toBe(false);
  });
});

describe('the database lets', () => {
  const refused = /42501|23001|permission denied|row-level security|23514/;
  const asWorker = (statement: string) =>
    inTransaction(
      world.worker,
      { kind: 'job', name: 'test' },
      async (tx) => await tx.$executeRawUnsafe(statement),
    );

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
