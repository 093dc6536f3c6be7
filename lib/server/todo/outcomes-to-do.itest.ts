import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { listDeadlines } from '#lib/server/calendar/list-deadlines.ts';
import { confirmedSignal } from '#lib/server/signal/testing/confirmed-signal.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { listClosingWindows, listOutcomesToDo } from '#lib/server/todo/outcomes-to-do.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let world: World;
let reporter: ProviderActor;
let coach: ProviderActor;
let decider: AuthorityActor;
let stranger: ProviderActor;
let signalled: BuiltPlacement;
let working: BuiltPlacement;
let ended: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  reporter = await world.staff('reporter');
  coach = await world.staff('coach');
  stranger = await world.staff('reporter', world.elsewhere);
  decider = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'decide' });
  const { office, owner } = world;
  // Signalled and confirmed, work from 1 April; nothing reported.
  signalled = await buildPlacement(owner, { office });
  const signal = { type: 'employment', from: '2026-04-01', extentPercent: '100' };
  await confirmedSignal(world.app, {
    placementId: signalled.id,
    signal,
    coach,
    decider,
    course: 'end',
    day: '2026-03-16',
  });
  // Work from 2 March, due four months later on 2 July; shown through the last of May.
  working = await buildPlacement(owner, { office, level: 'B', end: '2026-03-02', endReason: 'outcome' });
  await buildOutcome(owner, { placement: working, from: '2026-03-02', verifiedThrough: '2026-06-01' });
  // Ended on 10 May with nothing told: the window closes after 9 July. Who switched is another's to tell of.
  ended = await buildPlacement(owner, { office, end: '2026-05-10', endReason: 'completed' });
  await buildPlacement(owner, { office, end: '2026-05-10', endReason: 'switch' });
});
afterAll(() => world.close());

async function toDo(day: string, actor = reporter) {
  const today = plainDate(day);
  return await inTransaction(world.app, actor, async (tx) => {
    const scope = { actor, coachPersonId: null, today, terms: await termsInForce(tx, today) };
    const outcomes = await listOutcomesToDo(tx, scope);
    return {
      outcomes: outcomes.map(({ placementId, step, dueOn, amountOre }) => [
        placementId,
        step,
        dueOn,
        amountOre,
      ]),
      windows: (await listClosingWindows(tx, scope)).map(({ placementId, dueOn, count }) => [
        placementId,
        dueOn,
        count,
      ]),
      days: (await listDeadlines(tx, actor, today)).filter(
        ({ kind }) => kind === 'milestone' || kind === 'signalWindow',
      ),
    };
  });
}

test('a confirmed signal is to be reported, and a milestone to be shown from 14 days before it', async () => {
  // 22 000 kr, a supplement of 3 500 kr, and 87 unused days × 65 kr.
  const worth = 2_200_000 + 350_000 + 565_500;
  const before = await toDo('2026-06-17');
  expect(before.outcomes.map(([id, step]) => [id, step])).toEqual([[signalled.id, 'report']]);
  const near = await toDo('2026-06-18');
  expect(near.outcomes).toContainEqual([working.id, 'milestone', '2026-07-02', worth]);
  const come = await toDo('2026-07-02');
  expect(come.outcomes).toContainEqual([working.id, 'evidence', '2026-07-02', worth]);
});

test('a window that closes is told of from 14 days before its last day, and not after it', async () => {
  expect((await toDo('2026-06-24')).windows).toEqual([]);
  expect((await toDo('2026-06-25')).windows).toEqual([[ended.id, '2026-07-09', 1]]);
  expect((await toDo('2026-07-09')).windows).toEqual([[ended.id, '2026-07-09', 1]]);
  expect((await toDo('2026-07-10')).windows).toEqual([]);
});

test('calendars and reminders have the same days, as counts', async () => {
  expect((await toDo('2026-06-25')).days).toEqual([
    { kind: 'milestone', dueOn: '2026-07-02', count: 1 },
    { kind: 'signalWindow', dueOn: '2026-07-09', count: 1 },
  ]);
});

test('nobody reads it of another provider, and a coach without kronor', async () => {
  expect(await toDo('2026-07-02', stranger)).toEqual({ outcomes: [], windows: [], days: [] });
  expect((await toDo('2026-07-02', coach)).outcomes).toContainEqual([
    working.id,
    'evidence',
    '2026-07-02',
    null,
  ]);
});
