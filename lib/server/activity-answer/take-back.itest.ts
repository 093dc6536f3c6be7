import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { listOwnActivities } from '#lib/server/activity-answer/list-own-activities.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-03-31T08:00:00Z');
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;
let actor: PersonActor;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  const participant = await buildParticipant(world.owner);
  placement = await buildPlacement(world.owner, {
    office: world.office,
    participant,
    from: '2025-09-01',
    periods: 2,
    coachPersonId: coach.personId,
  });
  await buildPlan(world.owner, { placement });
  actor = await buildParticipantActor(world.owner, participant);
}, 60_000);
afterAll(() => world.close());

async function log(...dates: readonly string[]): Promise<void> {
  const entries = dates.map((date) => ({ date, activity: 'individualMeeting', form: 'onSite', minutes: 60 }));
  const done = await world.run(addEntries, { placementIds: [placement.id], entries }, { actor: coach, now });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

async function months(page = 1) {
  const own = await world.read(listOwnActivities, { page }, { actor, now });
  if (!own.ok) throw new Error(own.error.code);
  return own.value;
}

const answer = async (month: string, given: object) => {
  const own = (await months()).months.find((one) => one.month === month);
  const [one] = own?.activities ?? [];
  const input = { placementId: placement.id, month, key: one?.key, answers: one?.answers, ...given };
  return await world.run(giveAnswer, input, { actor, now });
};

describe('an answer', () => {
  test('is taken back while nobody has decided: then nothing has been said', async () => {
    await log('2026-03-09');
    expect(await answer('2026-03', { answer: 'withdrawn' })).toMatchObject({
      error: { problem: { status: 409 } },
    });
    await answer('2026-03', { answer: 'disputed', cause: 'shorter', words: 'En halvtimme.' });
    expect(await answer('2026-03', { answer: 'withdrawn' })).toMatchObject({
      value: { answer: 'withdrawn', held: false },
    });
    expect((await months()).months[0]?.activities).toMatchObject([
      { answer: null, cause: null, words: '', answers: 2 },
    ]);
    // What was taken back can be said again.
    expect(await answer('2026-03', { answer: 'confirmed' })).toMatchObject({ ok: true });
    expect((await months()).months[0]?.activities).toMatchObject([{ answer: 'confirmed', answers: 3 }]);
  });

  test('stands once the month is decided, by the database too; a dispute can still be said', async () => {
    await log('2026-02-09');
    await answer('2026-02', { answer: 'confirmed' });
    await buildStoredReport(world.owner, { placement, month: '2026-02', status: 'approved' });
    expect((await months()).months.find(({ month }) => month === '2026-02')).toMatchObject({ settled: true });
    expect(await answer('2026-02', { answer: 'withdrawn' })).toMatchObject({
      error: { problem: { code: 'answerSettled' } },
    });
    const sql = `INSERT INTO activity_answer (id, placement_id, participant_id, month, entry_id, activity, form, minutes, date, number, answer,
        answered_by_person_id, answered_at)
      SELECT '${newId()}', a.placement_id, a.participant_id, a.month, a.entry_id, a.activity, a.form, a.minutes, a.date, 2, 'withdrawn',
        a.answered_by_person_id, now() FROM activity_answer a WHERE a.month = '2026-02-01'`;
    await expect(inTransaction(world.app, actor, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
      'before the report is decided',
    );
    expect(await answer('2026-02', { answer: 'disputed', cause: 'absent' })).toMatchObject({
      value: { held: false },
    });
  });
});

test('the months come six to a page, the newest first', async () => {
  await log('2025-11-03', '2025-12-03', '2026-01-12');
  await log('2025-10-01', '2025-09-01');
  const first = await months();
  expect(first).toMatchObject({ page: 1, pages: 2 });
  expect(first.months.map(({ month }) => month)).toEqual([
    '2026-03',
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
    '2025-10',
  ]);
  expect((await months(2)).months.map(({ month }) => month)).toEqual(['2025-09']);
});
