import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { activityVector } from '#lib/domain/report/activity-vector.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { refreshHistory } from '#lib/server/report/refresh-history.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { storeMonth } from '#lib/server/report/testing/stored-month.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildManyPlacements, type ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const month = monthOf('2026-03');
const now = new Date('2026-04-02T08:00:00Z');
const BATCH = 12;
const COPIED = [
  { activity: 'individualMeeting', form: 'onSite', minutes: 120 },
  { activity: 'practicalSupport', form: 'onSite', minutes: 165 },
  { activity: 'employerContacts', form: 'video', minutes: 45 },
  { activity: 'mapping', form: 'phone', minutes: 30 },
] as const;
let world: World;
let worker: Database;
let office: BuiltOffice;
let signatory: ProviderActor;
let placements: readonly ManyPlacement[];

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 1);
}, 60_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});
beforeEach(async () => {
  office = await buildOffice(world.owner, { provider: world.office.provider });
  signatory = await world.staff('signatory', office, [office]);
  placements = await buildManyPlacements(world.owner, office, BATCH);
});

async function fillIn(which = placements): Promise<void> {
  for (const { id: placementId } of which) {
    const input = { placementId, month, version: 0, rows: COPIED };
    const saved = await world.run(saveMonthDraft, input, { actor: signatory, now });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  }
}

async function gridCodes(): Promise<readonly (readonly string[])[]> {
  const shown = await world.read(monthGrid, monthGridInput.parse({ month }), { actor: signatory, now });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value.rows.map(({ row }) => row.remarks.map(({ code }) => code));
}

const found = (code: string) =>
  world.owner.checkFinding.findMany({ where: { code, report: { officeId: office.id } } });

describe('hours that are equal', () => {
  test('are told of in the grid as soon as they are filled in, and before the signature, in the same words', async () => {
    await fillIn(placements.slice(0, 5));
    expect((await gridCodes()).flat()).not.toContain('COPIED_HOURS');
    await fillIn(placements.slice(5));
    expect((await gridCodes()).every((codes) => codes.includes('COPIED_HOURS'))).toBe(true);
    const shown = await world.read(attestPreview, { month, office: '' }, { actor: signatory, now });
    const remarks = shown.ok ? shown.value.rows.flatMap((row) => row.remarks) : [];
    const sentences = new Set(
      remarks.flatMap(({ code, message }) => (code === 'COPIED_HOURS' ? [message] : [])),
    );
    expect([...sentences]).toEqual([
      expect.stringContaining('11 andra deltagare hos er har exakt samma tider i mars 2026'),
    ]);
  });

  test('are found in what a system sends at once, and in what it sends one by one from the sixth on', async () => {
    const system = await buildApiClient(world.owner, {
      provider: world.office.provider,
      attestor: signatory,
    });
    const rowsOf = (which: readonly ManyPlacement[]) =>
      which.flatMap(({ reference }) =>
        COPIED.map((row) => ({ implementation_reference: reference, month, ...row })),
      );
    const send = (which: readonly ManyPlacement[]) =>
      world.run(submitRows, { rows: rowsOf(which) }, { actor: system, now });
    for (const one of placements.slice(0, 6)) await send([one]);
    expect(await found('COPIED_HOURS')).toMatchObject([{ facts: { others: 5, month } }]);
    await send(placements.slice(6));
    expect(await found('COPIED_HOURS')).toHaveLength(7);
  });

  test('are no longer worth telling where the office has had them all year, unless that was found copied', async () => {
    const played = placements.map(() => ({ rows: COPIED, log: [] }));
    const before = await storeMonth(world.owner, placements, monthOf('2026-02'), played, 'approved');
    const seen = async () => {
      await refreshHistory(worker, month);
      return await world.owner.hoursHistory.findMany({
        where: { scope: office.id, activityVector: activityVector({ rows: COPIED }) },
        select: { reports: true },
      });
    };
    expect(await seen()).toEqual([{ reports: BATCH }]);
    for (const { reportId } of before)
      await world.owner.checkFinding.create({
        data: { reportId, code: 'COPIED_HOURS', severity: 'flag', facts: {} },
      });
    expect(await seen()).toEqual([]);
  });

  test('are as usual for the office as in the month when they were commonest: groups change with the weeks of a month', async () => {
    const alike = placements.map(() => ({ rows: COPIED, log: [] }));
    const unlike = placements.map((_, at) => ({
      rows: COPIED.map((row) => ({ ...row, minutes: row.minutes + 15 * (at + 1) })),
      log: [],
    }));
    await storeMonth(world.owner, placements, monthOf('2026-01'), alike, 'approved');
    await storeMonth(world.owner, placements, monthOf('2026-02'), unlike, 'approved');
    await refreshHistory(worker, month);
    const [usual] = await world.owner.hoursHistory.findMany({
      where: { scope: office.id, activityVector: activityVector({ rows: COPIED }) },
    });
    // 12 of 12 in January, a month of under 20 reports: 12/20 of the 24 of both months is 14.
    expect(usual?.reports).toBe(Math.floor((BATCH / 20) * 2 * BATCH));
  });
});

describe('a batch', () => {
  async function attestAfter(seconds: number | null): Promise<void> {
    await fillIn();
    const at = new Date(now.getTime() + (seconds ?? 0) * 1000);
    const shown = await world.read(attestPreview, { month, office: '' }, { actor: signatory, now });
    if (!shown.ok) throw new Error(shown.error.code);
    if (seconds === null) await world.owner.$executeRaw`DELETE FROM attest_shown`;
    const { rows, contentHash } = shown.value;
    const { sessionId } = signatory;
    await buildStepUp(world.owner, {
      sessionId,
      purpose: 'attestReports',
      contentHash: contentHash ?? '',
      at,
    });
    const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
    const input = { month, onHonour: true, reports, contentHash };
    const done = await world.run(attestReports, input, { actor: signatory, now: at });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }

  test('that is signed faster than it can be read is so marked, each of its reports', async () => {
    await attestAfter(23);
    const rushed = await found('RUSHED_BATCH');
    expect(rushed).toHaveLength(BATCH);
    expect(rushed[0]).toMatchObject({ severity: 'flag', facts: { reports: BATCH, seconds: 23, least: 24 } });
  });

  test('that was read is not, nor one that nothing tells of', async () => {
    await attestAfter(24);
    expect(await found('RUSHED_BATCH')).toEqual([]);
  });

  test('that nobody is known to have been shown is not either', async () => {
    await attestAfter(null);
    expect(await found('RUSHED_BATCH')).toEqual([]);
  });
});

describe('a coach’s participants', () => {
  test('are those of the month’s last day, whoever their coach is when the report comes', async () => {
    const [before, after] = [await world.staff('coach', office), await world.staff('coach', office)];
    const ids = placements.map(({ id }) => id);
    const counted = async () =>
      await inTransaction(
        world.app,
        signatory,
        (tx) => tx.$queryRaw<{ participants: number | null; n: number }[]>`
        SELECT coach_participants AS participants, count(*)::int AS n FROM app.compared(${ids}::uuid[], array_fill('2026-03-01'::date, ARRAY[${BATCH}::int]),
          array_fill(''::text, ARRAY[${BATCH}::int]), '2026-04-20', 1, false) GROUP BY 1 ORDER BY 1`,
      );
    const handOver = async (from: ProviderActor, to: ProviderActor, which: readonly string[], at: string) => {
      for (const id of which)
        await world.owner
          .$executeRaw`WITH told AS (INSERT INTO coach_change (id, batch_id, placement_id, kind, from_person_id, to_person_id, at)
            VALUES (gen_random_uuid(), gen_random_uuid(), ${id}::uuid, 'handedOver', ${from.personId}::uuid, ${to.personId}::uuid, ${at}::timestamptz))
          UPDATE placement SET coach_person_id = ${to.personId}::uuid WHERE id = ${id}::uuid`;
    };
    await world.owner.placement.updateMany({
      where: { id: { in: ids } },
      data: { coachPersonId: before.personId },
    });
    expect(await counted()).toEqual([{ participants: BATCH, n: BATCH }]);
    // An hour before midnight of the last of March, and an hour after it.
    await handOver(before, after, ids.slice(0, 5), '2026-03-31T21:00:00Z');
    await handOver(before, after, ids.slice(5, 10), '2026-03-31T23:00:00Z');
    await handOver(after, before, ids.slice(0, 1), '2026-04-10T10:00:00Z');
    expect(await counted()).toEqual([
      { participants: 5, n: 5 },
      { participants: 7, n: 7 },
    ]);
  });
});

describe('the database', () => {
  test('shows nobody what another was shown, and no figures of others', async () => {
    await fillIn();
    await world.read(attestPreview, { month, office: '' }, { actor: signatory, now });
    const colleague = await world.staff('signatory', office, [office]);
    const count = (actor: ProviderActor) => inTransaction(world.app, actor, (tx) => tx.attestShown.count());
    expect(await count(signatory)).toBe(1);
    expect(await count(colleague)).toBe(0);
    await expect(inTransaction(world.app, signatory, (tx) => tx.hoursHistory.count())).rejects.toThrow();
    await expect(inTransaction(world.app, signatory, (tx) => tx.levelHistory.count())).rejects.toThrow();
  });

  test('compares no placements of another provider', async () => {
    const elsewhere = await world.staff('signatory', world.elsewhere);
    const ask = (actor: ProviderActor) =>
      inTransaction(
        world.app,
        actor,
        (tx) => tx.$queryRaw<unknown[]>`
        SELECT * FROM app.compared(ARRAY[${placements[0]?.id}]::uuid[], ARRAY['2026-03-01']::date[], ARRAY['']::text[], '2026-04-02', 1, true)`,
      );
    expect(await ask(signatory)).toHaveLength(1);
    expect(await ask(elsewhere)).toEqual([]);
  });

  test('writes the hours of a report as the program does', async () => {
    const played = placements.map(() => ({ rows: COPIED, log: [] }));
    const [one] = await storeMonth(world.owner, placements, month, played, 'approved');
    const [told] = await world.owner.$queryRaw<{ vector: string; draft: string }[]>`
      SELECT app.activity_vector(${one?.reportId}::uuid) AS vector, app.content_vector(${{ rows: COPIED.toReversed() }}::jsonb) AS draft`;
    const vector = activityVector({ rows: COPIED });
    expect(told).toEqual({ vector, draft: vector });
  });
});
