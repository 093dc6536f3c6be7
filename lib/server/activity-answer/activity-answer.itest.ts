import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { confirmMonth } from '#lib/server/activity-answer/confirm-month.ts';
import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { listOwnActivities } from '#lib/server/activity-answer/list-own-activities.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const month = '2026-03';
const inMarch = new Date('2026-03-20T09:00:00Z');
const now = new Date('2026-04-02T08:00:00Z');
let world: World;
let coach: ProviderActor;
let signatory: ProviderActor;
let stranger: PersonActor;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  signatory = await world.staff('signatory');
  stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
}, 60_000);
afterAll(() => world.close());

type Someone = { readonly placement: BuiltPlacement; readonly actor: PersonActor };

async function someone(): Promise<Someone> {
  const participant = await buildParticipant(world.owner);
  const placement = await buildPlacement(world.owner, {
    office: world.office,
    participant,
    coachPersonId: coach.personId,
  });
  await buildPlan(world.owner, { placement });
  return { placement, actor: await buildParticipantActor(world.owner, participant) };
}

const entry = (date: string, activity = 'individualMeeting', minutes = 150) => ({
  date,
  activity,
  form: 'onSite',
  minutes,
});

async function log(placement: BuiltPlacement, ...entries: readonly object[]): Promise<void> {
  const done = await world.run(
    addEntries,
    { placementIds: [placement.id], entries },
    { actor: coach, now: inMarch },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

async function activities({ actor }: Someone) {
  const own = await world.read(listOwnActivities, { page: 1 }, { actor, now });
  return own.ok ? (own.value.months.find((one) => one.month === month)?.activities ?? []) : [];
}

const dispute = (placement: BuiltPlacement, key: string | undefined, given: object = {}) => ({
  placementId: placement.id,
  month,
  key,
  answers: 0,
  answer: 'disputed',
  cause: 'absent',
  ...given,
});

async function send(placement: BuiltPlacement, minutes = 300): Promise<string> {
  const system = await buildApiClient(world.owner, { provider: world.office.provider, attestor: signatory });
  const row = {
    implementation_reference: placement.reference,
    month,
    activity: 'individualMeeting',
    form: 'onSite',
    minutes,
  };
  const sent = await world.run(submitRows, { rows: [row] }, { actor: system, now });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return sent.value.reports[0]?.id ?? '';
}

async function reportOf(id: string) {
  return await world.owner.report.findUniqueOrThrow({
    where: { id },
    select: { route: true, routeReason: true, holds: true, version: true, findings: true },
  });
}

describe('a participant answers', () => {
  test('that all of a month was so; what comes afterwards has no answer yet', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-09'), entry('2026-03-16'));
    const given = { placementId: own.placement.id, month, waiting: 2 };
    expect(await world.run(confirmMonth, given, { actor: own.actor, now })).toMatchObject({ ok: true });
    await log(own.placement, entry('2026-03-17'));
    expect((await activities(own)).map(({ answer }) => answer)).toEqual(['confirmed', 'confirmed', null]);
  });

  test('but not of what was logged while they looked', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-09'), entry('2026-03-16'));
    const given = { placementId: own.placement.id, month, waiting: 1 };
    expect(await world.run(confirmMonth, given, { actor: own.actor, now })).toMatchObject({
      error: { problem: { status: 409 } },
    });
  });

  test('that one was not so, with why, and their coach is told', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-09'));
    const [one] = await activities(own);
    const other = dispute(own.placement, one?.key, { cause: 'other' });
    expect(await world.run(giveAnswer, other, { actor: own.actor, now })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/words' }] } },
    });
    const given = { ...other, words: 'Vi pratade i telefon.' };
    expect(await world.run(giveAnswer, given, { actor: own.actor, now })).toMatchObject({ ok: true });
    expect(await activities(own)).toMatchObject([
      { answer: 'disputed', cause: 'other', words: 'Vi pratade i telefon.', answers: 1 },
    ]);
    const told = { placementId: own.placement.id, event: 'activityDisputed', personId: coach.personId };
    expect(await world.owner.notification.count({ where: told })).toBe(1);
    // A second answer from a page that is old says so.
    expect(await world.run(giveAnswer, given, { actor: own.actor, now })).toMatchObject({
      error: { problem: { status: 409 } },
    });
  });

  test('of their own activities alone', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-09'));
    const [one] = await activities(own);
    for (const actor of [stranger, coach])
      expect(await world.run(giveAnswer, dispute(own.placement, one?.key), { actor, now })).toMatchObject({
        ok: false,
      });
  });

  test('of the report’s rows, where the provider keeps its own log', async () => {
    const own = await someone();
    const reportId = await send(own.placement);
    const [row] = await activities(own);
    expect(row).toMatchObject({ entryId: null, date: null, activity: 'individualMeeting', minutes: 300 });
    const given = dispute(own.placement, row?.key, { cause: 'shorter' });
    expect(await world.run(giveAnswer, given, { actor: own.actor, now })).toMatchObject({
      value: { held: true },
    });
    expect(await reportOf(reportId)).toMatchObject({ routeReason: 'hold', holds: 1 });
  });
});

describe('a dispute holds the report', () => {
  test('and is told of in the provider’s month as soon as it is made', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const remarks = async () => {
      const input = monthGridInput.parse({ month });
      const shown = await world.read(monthGrid, input, { actor: signatory, now });
      if (!shown.ok) throw new Error(shown.error.code);
      const row = shown.value.rows.find(({ row: { placementId } }) => placementId === own.placement.id);
      return row?.row.remarks.map(({ code }) => code);
    };
    expect(await remarks()).not.toContain('PARTICIPANT_DISPUTES');
    const [one] = await activities(own);
    await world.run(giveAnswer, dispute(own.placement, one?.key), { actor: own.actor, now });
    expect(await remarks()).toContain('PARTICIPANT_DISPUTES');
  });

  test('that comes after it; what is confirmed again, or no longer there, does not', async () => {
    const [disputed, confirmed, removed] = [await someone(), await someone(), await someone()];
    const keys = new Map<Someone, string | undefined>();
    for (const own of [disputed, confirmed, removed]) {
      await log(own.placement, entry('2026-03-20'), entry('2026-03-19'));
      const [one] = await activities(own);
      keys.set(own, one?.key);
      await world.run(giveAnswer, dispute(own.placement, one?.key), { actor: own.actor, now });
    }
    const again = dispute(confirmed.placement, keys.get(confirmed), { answers: 1, answer: 'confirmed' });
    expect(await world.run(giveAnswer, again, { actor: confirmed.actor, now })).toMatchObject({ ok: true });
    const gone = { entryId: keys.get(removed), version: 1 };
    expect(await world.run(removeEntry, gone, { actor: coach, now: inMarch })).toMatchObject({ ok: true });
    expect(await reportOf(await send(disputed.placement))).toMatchObject({
      route: 'person',
      routeReason: 'hold',
      holds: 1,
      findings: [
        {
          code: 'PARTICIPANT_DISPUTES',
          severity: 'hold',
          facts: { disputed: 1, activity: 'individualMeeting', date: '2026-03-19' },
          foundAt: null,
        },
      ],
    });
    for (const own of [confirmed, removed])
      expect(await reportOf(await send(own.placement))).toMatchObject({ route: 'automatic', holds: 0 });
  });

  test('that waits already: the finding comes to it, it goes to a person, and an old page of it is stale', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const id = await send(own.placement);
    expect(await reportOf(id)).toMatchObject({ route: 'automatic', routeReason: 'clear', version: 1 });
    const [one, two] = await activities(own);
    for (const key of [one?.key, two?.key])
      expect(
        await world.run(giveAnswer, dispute(own.placement, key), { actor: own.actor, now }),
      ).toMatchObject({ value: { held: true } });
    expect(await reportOf(id)).toMatchObject({
      route: 'person',
      routeReason: 'hold',
      holds: 1,
      version: 3,
      findings: [{ code: 'PARTICIPANT_DISPUTES', foundAt: now, facts: { disputed: 2 } }],
    });
  });

  test('as it stands now: what is taken back leaves the finding, the last with its day, and a new one comes into its place', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const id = await send(own.placement);
    const [one, two] = await activities(own);
    const say = async (key: string | undefined, answers: number, answer: string) => {
      const given = { ...dispute(own.placement, key), answers, answer };
      const asked = answer === 'disputed' ? given : { ...given, cause: undefined };
      const done = await world.run(giveAnswer, asked, { actor: own.actor, now });
      return done.ok ? done.value.held : done.error.problem.code;
    };
    const found = async () => {
      const { holds, route, version, findings } = await reportOf(id);
      return { holds, route, version, facts: findings.map(({ facts }) => facts) };
    };
    const held = { holds: 1, route: 'person' };
    const activity = 'individualMeeting';
    expect([await say(one?.key, 0, 'disputed'), await say(two?.key, 0, 'disputed')]).toEqual([true, true]);
    expect(await say(one?.key, 1, 'withdrawn')).toBe(true);
    expect(await found()).toEqual({
      ...held,
      version: 4,
      facts: [{ disputed: 1, activity, date: '2026-03-20' }],
    });
    // A person reads it all the same.
    expect(await say(two?.key, 1, 'withdrawn')).toBe(true);
    expect(await found()).toEqual({
      ...held,
      version: 5,
      facts: [{ disputed: 0, activity, date: '2026-03-20', takenBackOn: '2026-04-02' }],
    });
    expect(await say(one?.key, 2, 'disputed')).toBe(true);
    expect(await found()).toEqual({
      ...held,
      version: 6,
      facts: [{ disputed: 1, activity, date: '2026-03-19' }],
    });
    // Saying the same again, or answering something else, is nothing new to a reviewer.
    expect(await say(two?.key, 2, 'confirmed')).toBe(false);
    expect((await found()).version).toBe(6);
  });

  test('that is approved only by a finding: what is decided is not changed by it, but a reviewer is told', async () => {
    const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const id = await send(own.placement);
    await world.owner.$executeRaw`UPDATE report SET status = 'approved' WHERE id = ${id}::uuid`;
    const [one] = await activities(own);
    const answered = await world.run(giveAnswer, dispute(own.placement, one?.key), { actor: own.actor, now });
    expect(answered).toMatchObject({ value: { held: false } });
    expect(await reportOf(id)).toMatchObject({
      route: 'automatic',
      holds: 0,
      findings: [{ code: 'PARTICIPANT_DISPUTES' }],
    });
    const told = await world.owner.notification.findMany({ where: { personId: reviewer.personId } });
    expect(told).toMatchObject([{ event: 'approvedDisputed', path: `/review/${id}`, placementId: null }]);
  });
});

describe('the database', () => {
  const insert = (own: Someone, of: { readonly participantId: string; readonly personId: string }) =>
    `INSERT INTO activity_answer (id, placement_id, participant_id, month, entry_id, activity, form, minutes, date, answer, cause,
       answered_by_person_id, answered_at)
     SELECT '${newId()}', e.placement_id, '${of.participantId}', '2026-03-01', e.id, e.activity, e.form, e.minutes, e.date, 'disputed', 'absent',
       '${of.personId}', now() FROM activity_entry e WHERE e.placement_id = '${own.placement.id}'`;

  test('lets the participant alone answer, in the own name, of what is there', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-09'));
    const of = { participantId: own.placement.participant.id, personId: own.actor.personId };
    const by = (actor: PersonActor | ProviderActor, sql: string) =>
      inTransaction(world.app, actor, (tx) => tx.$executeRawUnsafe(sql));
    await expect(by(coach, insert(own, of))).rejects.toThrow('row-level security');
    await expect(by(own.actor, insert(own, { ...of, personId: coach.personId }))).rejects.toThrow(
      'row-level security',
    );
    await expect(by(own.actor, insert(own, of).replace('e.minutes', '15'))).rejects.toThrow('as it is');
    expect(await by(own.actor, insert(own, of))).toBe(1);
    await expect(by(own.actor, `UPDATE activity_answer SET answer = 'confirmed'`)).rejects.toThrow();
  });

  test('holds no report but by a dispute of its own participant in the same step', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const id = await send(own.placement);
    const hold = `SELECT app.hold_disputed('${id}', '{}', now())`;
    for (const actor of [own.actor, coach, stranger])
      await expect(inTransaction(world.app, actor, (tx) => tx.$queryRawUnsafe(hold))).rejects.toThrow(
        'a dispute of its own participant',
      );
    expect(await reportOf(id)).toMatchObject({ holds: 0, findings: [] });
  });

  test('changes no finding but with an answer, and no other finding at all', async () => {
    const own = await someone();
    await log(own.placement, entry('2026-03-19'), entry('2026-03-20'));
    const [one] = await activities(own);
    await world.run(giveAnswer, dispute(own.placement, one?.key), { actor: own.actor, now });
    const id = await send(own.placement);
    const change = `UPDATE check_finding SET facts = '{}' WHERE report_id = '${id}'`;
    await expect(inTransaction(world.app, own.actor, (tx) => tx.$executeRawUnsafe(change))).rejects.toThrow(
      'permission denied',
    );
    await expect(world.owner.$executeRawUnsafe(change)).rejects.toThrow('append-only');
    await expect(
      world.owner.$executeRawUnsafe(`DELETE FROM check_finding WHERE report_id = '${id}'`),
    ).rejects.toThrow('append-only');
  });
});
