import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { qualityListInput } from '#lib/schemas/quality.ts';
import { newId } from '#lib/server/ids.ts';
import { exportQuality, qualityList } from '#lib/server/quality/quality-list.ts';
import { qualityOverview } from '#lib/server/quality/quality-overview.ts';
import { qualityPlacement } from '#lib/server/quality/quality-placement.ts';
import { ask } from '#lib/server/command/query.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

// A Thursday; the placements begin on 2 January.
const now = new Date('2026-03-19T08:00:00Z');
let world: World;
let coach: ProviderActor;
let named: ProviderActor;
/** Of the office: one who was last met on 12 March, one only reported, one with protected identity. */
let logged: BuiltPlacement;
let reported: BuiltPlacement;
let hidden: BuiltPlacement;
let away: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  named = await world.staff('coach', world.office, [world.office]);
  const place = async (familyName: string, given: object = {}, office = world.office) =>
    await buildPlacement(world.owner, {
      office,
      participant: await buildParticipant(world.owner, { givenName: 'Ada', familyName, ...given }),
      coachPersonId: coach.personId,
    });
  logged = await place('Alm');
  reported = await place('Berg');
  hidden = await place('Dold', { protected: true });
  away = await place('Ek', {}, world.otherOffice);
  await place('Fjord', {}, world.elsewhere);
  const [from, createdAt] = [toUtcDate(plainDate('2026-01-05')), new Date('2026-01-05T10:00:00Z')];
  await world.owner.plan.create({
    data: { id: newId(), placementId: logged.id, number: 1, from, goal: 'Arbete', createdAt },
  });
  await world.owner.protectedAccess.create({
    data: { personId: named.personId, participantId: hidden.participant.id },
  });
  await world.owner.activityEntry.create({
    data: {
      id: newId(),
      placementId: logged.id,
      date: toUtcDate(plainDate('2026-03-12')),
      activity: 'individualMeeting',
      form: 'video',
      minutes: 60,
      createdByPersonId: coach.personId,
    },
  });
  const reportId = await buildStoredReport(world.owner, { placement: reported, month: '2026-02' });
  await buildStoredReport(world.owner, { placement: reported, month: '2026-01', submittedOn: '2026-02-12' });
  const row = { reportId, minutes: 120 } as const;
  await world.owner.reportRow.createMany({
    data: [
      { ...row, activity: 'individualMeeting', form: 'onSite' },
      { ...row, activity: 'mapping', form: 'phone' },
      { ...row, activity: 'ownWork', form: null, minutes: 600 },
    ],
  });
}, 60_000);
afterAll(() => world.close());

async function list(actor: ProviderActor, given: object = {}) {
  const result = await world.read(qualityList, qualityListInput.parse(given), { actor, now });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function codesOf(placement: BuiltPlacement) {
  const { rows } = await list(coach);
  const found = rows.find(({ placementId }) => placementId === placement.id);
  return Object.fromEntries(
    (found?.standings ?? []).map(({ requirement, because }) => [requirement, because.code]),
  );
}

const shown = async (...given: Parameters<typeof list>) =>
  (await list(...given)).rows.map(({ name }) => name).toSorted();

describe('who is seen', () => {
  test('those of the offices in scope, protected identity only for those who are named', async () => {
    expect(await shown(coach)).toEqual(['Ada Alm', 'Ada Berg']);
    expect(await shown(named)).toHaveLength(3);
    expect(await shown(await world.staff('providerAdmin'))).toEqual(['Ada Alm', 'Ada Berg', 'Ada Ek']);
    expect(await shown(await world.staff('coach', world.elsewhere))).toEqual(['Ada Fjord']);
  });

  test('the same with row-level security out of the way', async () => {
    const asking = { database: world.owner, actor: coach, now };
    const answer = await ask(qualityList, qualityListInput.parse({}), asking);
    expect(answer).toMatchObject({ ok: true, value: { total: 2 } });
    for (const { id: placementId } of [hidden, away]) {
      expect(await ask(qualityPlacement, { placementId }, asking)).toMatchObject({ error: { status: 404 } });
    }
  });

  test('one participant is found by those who see them, and by nobody else', async () => {
    const of = (placement: BuiltPlacement, actor: ProviderActor) =>
      world.read(qualityPlacement, { placementId: placement.id }, { actor, now });
    expect(await of(logged, coach)).toMatchObject({ value: { placement: { name: 'Ada Alm' } } });
    expect(await of(hidden, named)).toMatchObject({ ok: true });
    for (const placement of [hidden, away])
      expect(await of(placement, coach)).toMatchObject({ error: { status: 404 } });
  });

  test('reading is logged for each participant that was shown', async () => {
    const { rows } = await list(coach, { q: 'Alm' });
    const entry = await world.owner.auditEntry.findFirst({
      where: { action: 'quality.list' },
      orderBy: { id: 'desc' },
    });
    expect(entry).toMatchObject({ participantIds: rows.map(({ participantId }) => participantId) });
  });
});

describe('what is said', () => {
  test('of one with a log, by the log', async () => {
    expect(await codesOf(logged)).toEqual({
      support: 'WEEK_BELOW',
      onSite: 'SHARE_BELOW_NOW',
      meeting: 'MEETING_HELD',
      onSiteMeeting: 'MEETING_OVERDUE',
      plan: 'PLAN_MADE',
      report: 'REPORT_MISSING',
      otherActor: 'OTHER_ACTOR_WITHIN',
    });
  });

  test('of one whose provider keeps the log elsewhere, by the reports; own work is no support', async () => {
    expect(await codesOf(reported)).toEqual({
      // 240 minutes in 28 days, half of them on site.
      support: 'MONTH_ENOUGH',
      onSite: 'SHARE_ENOUGH',
      meeting: 'OWN_LOG',
      onSiteMeeting: 'OWN_LOG',
      plan: 'PLAN_MISSING',
      report: 'REPORT_SENT',
      otherActor: 'OTHER_ACTOR_WITHIN',
    });
  });
});

describe('the list', () => {
  test.each([
    [{ requirement: 'meeting', state: 'unknown' }, ['Ada Berg']],
    [{ requirement: 'meeting', state: 'met' }, ['Ada Alm']],
    [{ state: 'broken' }, ['Ada Alm', 'Ada Berg']],
    [{ q: 'alm' }, ['Ada Alm']],
    [{ state: 'met' }, []],
  ])('narrowed to %j', async (given, names) => {
    expect(await shown(coach, given)).toEqual(names);
  });

  test('begins with what should have been done first', async () => {
    const { rows } = await list(coach);
    const firsts = rows.map(({ standings }) => standings[0]);
    // The plan of 7 January before the meeting on site of 30 January and the report of 10 February.
    expect(firsts.map((first) => [first?.requirement, first?.until])).toEqual([
      ['plan', '2026-01-07'],
      ['onSiteMeeting', '2026-01-30'],
    ]);
  });

  test('is a file of the same participants', async () => {
    const exported = await world.read(exportQuality, qualityListInput.parse({ q: 'alm' }), {
      actor: coach,
      now,
    });
    expect(exported).toMatchObject({ value: { rows: [{ name: 'Ada Alm' }] } });
  });
});

test('the figures of offices and coaches are those of their participants, and a coach is counted everywhere', async () => {
  const admin = await world.staff('providerAdmin');
  const overview = await world.read(qualityOverview, {}, { actor: admin, now });
  if (!overview.ok) throw new Error(overview.error.code);
  const { participants, offices, coaches, tallies } = overview.value;
  expect(participants).toBe(3);
  expect(new Map(offices.map((office) => [office.name, office.participants]))).toEqual(
    new Map([
      [world.office.name, 2],
      [world.otherOffice.name, 1],
    ]),
  );
  expect(tallies.meeting).toEqual({ broken: 0, near: 0, unknown: 2, met: 1 });
  // Four placements of the coach's. One, with protected identity, is not told of by a small number to who is not named.
  expect(coaches).toMatchObject([
    { personId: coach.personId, participants: 3, load: { value: 3, state: 'met' } },
  ]);
});

test('another provider learns nothing of how many participants a coach has', async () => {
  const stranger = await world.staff('providerAdmin', world.elsewhere);
  const overview = await world.read(qualityOverview, {}, { actor: stranger, now });
  expect(overview).toMatchObject({ value: { coaches: [{ personId: coach.personId, load: { value: 1 } }] } });
});

test('days in the service without a service period are unknown, and stop nobody else’s figures', async () => {
  const { id } = await buildPlacement(world.owner, { office: world.elsewhere });
  await world.owner.servicePeriod.deleteMany({ where: { placementId: id } });
  const stranger = await world.staff('coach', world.elsewhere);
  const one = await world.read(qualityPlacement, { placementId: id }, { actor: stranger, now });
  if (!one.ok) throw new Error(one.error.code);
  expect(one.value.placement.standings.find(({ requirement }) => requirement === 'support')).toMatchObject({
    state: 'unknown',
    because: { code: 'NO_PERIOD' },
  });
});
