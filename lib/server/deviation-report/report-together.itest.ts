import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { typedDeviation } from '#lib/schemas/deviation-report.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { previewTogether } from '#lib/server/deviation-report/preview-together.ts';
import { reportTogether } from '#lib/server/deviation-report/report-together.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// A Wednesday.
const now = new Date('2026-03-18T10:00:00Z');
const TODAY = '2026-03-18';
let world: World;
let coach: ProviderActor;
let placements: readonly BuiltPlacement[];

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
});
afterAll(() => world.close());
beforeEach(async () => {
  placements = await Promise.all([0, 1, 2].map(() => buildPlacement(world.owner, { office: world.office })));
  for (const placement of placements) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await buildPlan(world.owner, { placement });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await log(placement, '2026-03-11', 90);
  }
});

async function log(placement: BuiltPlacement, date: string, minutes: number): Promise<void> {
  const entry = { date, activity: 'mapping', form: 'onSite', minutes, language: null, note: '' };
  const input = { placementIds: [placement.id], entries: [entry] };
  expect(await world.run(addEntries, input, { actor: coach, now })).toMatchObject({ ok: true });
}

const ids = (given = placements) => given.map(({ id }) => id);
const content = (given: object = {}) => typedDeviation.parse({ cause: 'careOfChild', from: TODAY, ...given });
const preview = async (given: object = {}, actor: Actor = coach, placementIds = ids()) => {
  const read = await world.read(previewTogether, { placementIds, content: content(given) }, { actor, now });
  return read.ok ? read.value : null;
};
type Sending = { readonly confirmed?: string | undefined; readonly actor?: Actor; readonly key?: string };
const send = async (given: object, { confirmed = '', actor = coach, key }: Sending, placementIds = ids()) =>
  await world.run(
    reportTogether,
    { placementIds, content: content(given), confirmed },
    { actor, now, ...(key === undefined ? {} : { key }) },
  );
const stored = async (placementIds = ids()) =>
  await world.owner.document.findMany({
    where: { placementId: { in: [...placementIds] } },
    orderBy: { id: 'asc' },
  });

test('each gets a deviation report of their own, with the time that the log tells, after one preview', async () => {
  expect(await send({}, {})).toMatchObject({ error: { problem: { status: 422, code: 'confirmDocument' } } });
  expect(await stored()).toEqual([]);
  const shown = await preview();
  expect(shown?.members.map(({ judgement }) => judgement.ok)).toEqual([true, true, true]);
  expect(await send({}, { confirmed: shown?.hash })).toMatchObject({ ok: true, value: { left: 0 } });
  const documents = await stored();
  expect(new Set(documents.map(({ placementId }) => placementId))).toEqual(new Set(ids()));
  expect(documents).toHaveLength(3);
  for (const document of documents)
    expect(document).toMatchObject({
      kind: 'deviationReport',
      status: 'submitted',
      submittedByPersonId: coach.personId,
      content: {
        cause: 'careOfChild',
        from: TODAY,
        to: '2026-03-19',
        expectedMinutes: 90,
        absentMinutes: 90,
      },
    });
  const events = await world.owner.documentEvent.count({
    where: { documentId: { in: documents.map(({ id }) => id) }, act: 'submitted' },
  });
  expect(events).toBe(3);
  const entries = await world.owner.auditEntry.findMany({
    where: {
      action: 'document.submitTogether',
      participantIds: { has: placements[0]?.participant.id ?? '' },
    },
  });
  expect(entries.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
});

test('those whom the log speaks against, or who are reported already, are left with the reason', async () => {
  const [busy, known] = placements;
  if (busy === undefined || known === undefined) throw new Error('Three are placed');
  await log(busy, TODAY, 60);
  const first = await preview({}, coach, [known.id]);
  expect((await send({}, { confirmed: first?.hash }, [known.id])).ok).toBe(true);
  const shown = await preview();
  const codes = new Map(
    shown?.members.map(({ placementId, judgement }) => [
      placementId,
      judgement.ok ? 'ok' : judgement.error.code,
    ]),
  );
  expect([codes.get(busy.id), codes.get(known.id)]).toEqual(['activeWhileAbsent', 'deviationDoubled']);
  expect(await send({}, { confirmed: shown?.hash })).toMatchObject({ value: { left: 2 } });
  expect(await stored([busy.id])).toEqual([]);
  expect(await stored([known.id])).toHaveLength(1);
});

test('what changed since the preview is shown anew, and nothing is sent', async () => {
  const shown = await preview();
  const [placement] = placements;
  if (placement !== undefined) await log(placement, TODAY, 60);
  expect(await send({}, { confirmed: shown?.hash })).toMatchObject({
    error: { problem: { code: 'confirmDocument' } },
  });
  // Another reason than the one that was shown.
  expect(await send({ cause: 'sick' }, { confirmed: (await preview())?.hash })).toMatchObject({
    error: { problem: { code: 'confirmDocument' } },
  });
  expect(await stored()).toEqual([]);
});

test('a double sends nothing twice', async () => {
  const confirmed = (await preview())?.hash;
  const key = 'the same press';
  const [one, other] = [await send({}, { confirmed, key }), await send({}, { confirmed, key })];
  expect(one.ok && other.ok ? one.value : null).toEqual(other.ok ? other.value : undefined);
  expect(await send({}, { confirmed })).toMatchObject({ error: { problem: { code: 'confirmDocument' } } });
  expect(await stored()).toHaveLength(3);
});

test('what is wrong for all is told once at its field', async () => {
  expect(await send({ cause: 'unknown', from: '2026-03-19' }, {})).toMatchObject({
    error: {
      problem: {
        errors: [
          { pointer: '/content/from', code: 'dayInFuture' },
          { pointer: '/content/reached', code: 'answerMissing' },
        ],
      },
    },
  });
  expect(await send({}, {}, [])).toMatchObject({
    error: { problem: { errors: [{ pointer: '/placementIds' }] } },
  });
});

test('is for those who report, for participants within their reach alone', async () => {
  expect(await send({}, { actor: await world.staff('intake') })).toMatchObject({
    error: { problem: { status: 403 } },
  });
  const stranger = await world.staff('coach', world.elsewhere);
  expect(await preview({}, stranger)).toBeNull();
  expect(await send({}, { actor: stranger })).toMatchObject({ error: { problem: { status: 404 } } });
  const participant = await buildParticipant(world.owner, { protected: true });
  const hidden = await buildPlacement(world.owner, { office: world.office, participant });
  // One that is not seen refuses all: nothing tells which.
  expect(await send({}, {}, [...ids(), hidden.id])).toMatchObject({ error: { problem: { status: 404 } } });
  expect(await stored([...ids(), hidden.id])).toEqual([]);
});
