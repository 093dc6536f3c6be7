import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { decodeForm } from '#lib/server/http/form-data.ts';
import { newId } from '#lib/server/ids.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import { participantList } from '#lib/server/placement/participant-list.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-05-12T08:00:00Z');
let world: World;
let intake: ProviderActor;
let coach: ProviderActor;
const placed: Record<string, BuiltPlacement> = {};

beforeAll(async () => {
  world = await buildWorld();
  intake = await world.staff('intake');
  coach = await world.staff('coach');
  const { owner, office, otherOffice, elsewhere } = world;
  const place = async (
    name: string,
    given: Omit<Parameters<typeof buildPlacement>[1], 'office'> & { office?: typeof office },
  ) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    const participant = await buildParticipant(owner, { givenName, familyName });
    placed[name] = await buildPlacement(owner, { office, participant, ...given });
    return placed[name];
  };
  const planned = await place('Örjan Öst', { from: '2026-03-02', coachPersonId: coach.personId });
  await owner.plan.create({
    data: {
      id: newId(),
      placementId: planned.id,
      number: 1,
      from: toUtcDate(plainDate('2026-03-04')),
      goal: 'Arbete inom lager',
      createdAt: new Date('2026-03-04T09:00:00Z'),
      activities: { create: [{ activity: 'individualMeeting' }, { activity: 'ownWork' }] },
    },
  });
  await place('Zoe Zander', { from: '2026-05-01' });
  await place('Åsa Ås', { from: '2026-05-20', coachPersonId: coach.personId });
  await place('Ture Slut', { from: '2026-01-02', end: '2026-04-01' });
  await place('Nora Norr', { from: '2026-03-02', office: otherOffice });
  await place('Elsa Elsewhere', { from: '2026-03-02', office: elsewhere });
});
afterAll(() => world.close());

async function list(search: Record<string, string>, actor: ProviderActor = intake) {
  const result = await world.read(participantList, participantListInput.parse(search), { actor, now });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const names = async (search: Record<string, string>, actor?: ProviderActor): Promise<string[]> =>
  (await list(search, actor)).participants.map(({ name }) => name);

describe('the participants of a provider', () => {
  test('are those that are there today, in the order of the Swedish alphabet', async () => {
    expect(await names({})).toEqual(['Nora Norr', 'Zoe Zander', 'Örjan Öst']);
  });

  test('are found by what they lack, by time, by name and by reference', async () => {
    expect(await names({ show: 'withoutCoach' })).toEqual(['Nora Norr', 'Zoe Zander']);
    expect(await names({ show: 'withoutPlan' })).toEqual(['Nora Norr', 'Zoe Zander']);
    expect(await names({ show: 'coming' })).toEqual(['Åsa Ås']);
    expect(await names({ show: 'ended' })).toEqual(['Ture Slut']);
    expect(await names({ show: 'mine' }, coach)).toEqual(['Åsa Ås', 'Örjan Öst']);
    expect(await names({ q: 'zoe z' })).toEqual(['Zoe Zander']);
    expect(await names({ q: placed['Örjan Öst']?.reference ?? '' })).toEqual(['Örjan Öst']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ office: world.otherOffice.id })).toEqual(['Nora Norr']);
    expect(await names({ page: '2' })).toEqual([]);
  });

  test('are counted over all, whatever the list shows', async () => {
    expect(await list({ q: 'zoe' })).toMatchObject({
      total: 1,
      counts: { current: 3, withoutCoach: 2, withoutPlan: 2, planRedo: 0, coming: 1, ended: 1 },
      planDays: 5,
    });
  });

  test('of another office or another provider do not exist', async () => {
    const here = await world.staff('coach', world.otherOffice, [world.otherOffice]);
    expect(await names({}, here)).toEqual(['Nora Norr']);
    expect(await names({}, await world.staff('intake', world.elsewhere))).toEqual(['Elsa Elsewhere']);
    const card = (name: string) =>
      world.read(participantCard, { placementId: placed[name]?.id ?? '' }, { actor: here, now });
    expect(await card('Örjan Öst')).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await card('Elsa Elsewhere')).toMatchObject({ ok: false, error: { status: 404 } });
  });
});

describe("a participant's card", () => {
  test('has plan, reports with their reason, and what comes next; no identity number', async () => {
    const placement = placed['Örjan Öst'];
    if (placement === undefined) throw new Error('not built');
    const reportId = await buildStoredReport(world.owner, {
      placement,
      month: '2026-03',
      status: 'returned',
    });
    await world.owner.reviewDecision.create({
      data: {
        id: newId(),
        reportId,
        decision: 'return',
        reasonCode: 'minutes',
        reason: 'Vilken dag?',
        decidedAt: new Date('2026-04-20T08:00:00Z'),
      },
    });
    const card = await world.read(participantCard, { placementId: placement.id }, { actor: coach, now });
    expect(card).toMatchObject({
      ok: true,
      value: {
        name: 'Örjan Öst',
        coach: { personId: coach.personId },
        plans: [{ number: 1 }],
        reports: [{ month: '2026-03', status: 'returned', reason: 'Vilken dag?', decidedOn: '2026-04-20' }],
        // March was returned, April is over and not sent: April's is the next by its due day.
        steps: [
          { kind: 'start', state: 'done' },
          { kind: 'plan', state: 'done' },
          { kind: 'report', month: '2026-04', date: '2026-05-10', state: 'now' },
          { kind: 'extension', state: 'later' },
          { kind: 'end', state: 'later' },
          { kind: 'finalReport', state: 'later' },
        ],
      },
    });
    expect(JSON.stringify(card)).not.toContain('190001');
  });

  test('is a read that the participant can see, with its purpose', async () => {
    const [placementId, participantId] = [
      placed['Zoe Zander']?.id ?? '',
      placed['Zoe Zander']?.participant.id,
    ];
    await world.read(participantCard, { placementId }, { actor: coach, now });
    expect(
      await world.owner.auditEntry.findMany({
        where: { action: 'participant.card', subjectId: placementId },
      }),
    ).toMatchObject([
      {
        personId: coach.personId,
        participantIds: [participantId],
        purpose: 'Stöd till deltagare hos leverantören',
      },
    ]);
  });
});

const chosen = (...people: string[]) =>
  people.map((name) => ({ placementId: placed[name]?.id ?? '', version: 1 }));

describe('naming a coach', () => {
  test('takes only what is ticked in a form that sends the version of every row', () => {
    const read = decodeForm(assignCoach.input, {
      coachPersonId: coach.personId,
      'placements.0.version': '3',
      'placements.1.placementId': placed['Zoe Zander']?.id ?? '',
      'placements.1.version': '1',
    });
    expect(assignCoach.input.parse(read)).toEqual({
      coachPersonId: coach.personId,
      placements: chosen('Zoe Zander'),
    });
  });

  test('needs somebody to be named for, and a coach of the own provider', async () => {
    const none = await world.run(
      assignCoach,
      { coachPersonId: coach.personId, placements: [] },
      { actor: intake, now },
    );
    expect(none).toMatchObject({ error: { problem: { errors: [{ pointer: '/placements' }] } } });
    const stranger = await world.staff('coach', world.elsewhere);
    const wrong = await world.run(
      assignCoach,
      { coachPersonId: stranger.personId, placements: chosen('Zoe Zander') },
      { actor: intake, now },
    );
    expect(wrong).toMatchObject({ error: { problem: { errors: [{ code: 'notACoach' }] } } });
  });

  test('is not for coaches, and not for participants elsewhere', async () => {
    const input = { coachPersonId: coach.personId, placements: chosen('Zoe Zander') };
    expect(await world.run(assignCoach, input, { actor: coach, now })).toMatchObject({
      error: { problem: { status: 403 } },
    });
    const foreign = { ...input, placements: chosen('Zoe Zander', 'Elsa Elsewhere') };
    expect(await world.run(assignCoach, foreign, { actor: intake, now })).toMatchObject({
      error: { problem: { status: 404 } },
    });
  });

  test('is done for several at once, once, and refused when somebody was faster', async () => {
    const input = { coachPersonId: coach.personId, placements: chosen('Zoe Zander', 'Nora Norr') };
    const at = { actor: intake, now, key: newId() };
    const [first, second] = [
      await world.run(assignCoach, input, at),
      await world.run(assignCoach, input, at),
    ];
    expect(first).toMatchObject({ ok: true, value: { assigned: 2 } });
    expect(second).toEqual(first);
    expect(await names({ show: 'withoutCoach' })).toEqual([]);
    expect(await world.run(assignCoach, input, { actor: intake, now })).toMatchObject({
      error: { problem: { status: 409 } },
    });
  });
});

describe('with row-level security out of the way, the application still', () => {
  const asOwner = (actor: ProviderActor) => ({ database: world.owner, actor, now });

  test('shows the own participants and those alone', async () => {
    const here = await world.staff('intake', world.office, [world.otherOffice]);
    const result = await ask(participantList, participantListInput.parse({}), asOwner(here));
    expect(result).toMatchObject({ ok: true, value: { total: 1, participants: [{ name: 'Nora Norr' }] } });
    const placementId = placed['Örjan Öst']?.id ?? '';
    expect(await ask(participantCard, { placementId }, asOwner(intake))).toMatchObject({ ok: true });
    expect(await ask(participantCard, { placementId }, asOwner(here))).toMatchObject({
      error: { status: 404 },
    });
    const input = { coachPersonId: coach.personId, placements: chosen('Örjan Öst') };
    expect(await execute(assignCoach, input, { ...asOwner(here), idempotencyKey: newId() })).toMatchObject({
      error: { problem: { status: 404 } },
    });
  });

  test('hides one with protected identity from all but those who are named', async () => {
    const { owner, office } = world;
    const participant = await buildParticipant(owner, { protected: true, familyName: 'Hemlig' });
    const hidden = await buildPlacement(owner, { office, participant, from: '2026-03-02' });
    const search = participantListInput.parse({ q: 'Hemlig' });
    expect(await ask(participantList, search, asOwner(intake))).toMatchObject({ value: { total: 0 } });
    expect(await ask(participantCard, { placementId: hidden.id }, asOwner(coach))).toMatchObject({
      error: { status: 404 },
    });
    await owner.protectedAccess.create({
      data: { personId: coach.personId, participantId: participant.id },
    });
    expect(await ask(participantCard, { placementId: hidden.id }, asOwner(coach))).toMatchObject({
      ok: true,
    });
    expect(await ask(participantList, search, asOwner(coach))).toMatchObject({ value: { total: 1 } });
  });
});
