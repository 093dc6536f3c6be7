import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Todo } from '#lib/domain/todo/todo.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

// A Tuesday; April is due on the 10th of May.
const now = new Date('2026-05-05T08:00:00Z');
let world: World;
let coach: ProviderActor;
let reported: BuiltPlacement;
let fresh: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  const { owner, office } = world;
  const participant = (givenName: string, more = {}) =>
    buildParticipant(owner, { givenName, familyName: 'Alm', ...more });
  reported = await buildPlacement(owner, {
    office,
    participant: await participant('Hodan'),
    from: '2026-03-02',
    coachPersonId: coach.personId,
  });
  await buildPlan(owner, { placement: reported });
  const returned = await buildStoredReport(owner, {
    placement: reported,
    month: '2026-03',
    status: 'returned',
  });
  await owner.reviewDecision.create({
    data: {
      id: newId(),
      reportId: returned,
      decision: 'return',
      reasonCode: 'minutes',
      reason: 'Vilken dag var utbildningen?',
      decidedAt: new Date('2026-04-27T08:00:00Z'),
    },
  });
  fresh = await buildPlacement(owner, {
    office,
    participant: await participant('Samira', { language: 'so', needsLanguageSupport: true }),
    from: '2026-05-04',
  });
});
afterAll(() => world.close());

async function todo(actor: ProviderActor, mine = false): Promise<Todo> {
  const result = await world.read(todoList, { mine }, { actor, now });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const kinds = ({ items }: Todo): string[] => items.map(({ kind }) => kind);

describe('what a provider has to do', () => {
  test('is for a coach: what came back and why, plans by their day, the month with how far it has come', async () => {
    expect((await todo(coach)).items).toEqual([
      {
        kind: 'plan',
        // The terms give five days from the start, the 4th.
        dueOn: '2026-05-09',
        count: 1,
        placementId: fresh.id,
        participantId: fresh.participant.id,
        participantName: 'Samira Alm',
      },
      {
        kind: 'returned',
        placementId: reported.id,
        participantId: reported.participant.id,
        participantName: 'Hodan Alm',
        month: '2026-03',
        returnedOn: '2026-04-27',
        reason: 'Vilken dag var utbildningen?',
        amountOre: 0,
      },
      {
        kind: 'month',
        month: '2026-04',
        dueOn: '2026-05-10',
        moved: null,
        participants: 1,
        sent: 0,
        ready: 0,
        blocked: 0,
        empty: 1,
        // 22 working days by the agreement's own list of holidays, at 65 kr a day for level B.
        amountOre: 143_000,
      },
    ]);
  });

  test('is for a coach’s own participants alone, where that is asked for', async () => {
    expect(kinds(await todo(coach, true))).toEqual(['returned', 'month']);
    expect((await todo(coach, true)).newcomers).toEqual([]);
  });

  test('is for each role its own part', async () => {
    expect(kinds(await todo(await world.staff('intake')))).toEqual(['coaches']);
    expect(kinds(await todo(await world.staff('providerAdmin')))).toEqual(['coaches']);
    expect(kinds(await todo(await world.staff('signatory')))).toEqual(['returned', 'month']);
    expect(kinds(await todo(await world.staff('reporter')))).toEqual(['returned', 'month']);
  });

  test('has those who are new, who need a coach first, with what to know before a first meeting', async () => {
    expect(await todo(await world.staff('intake'))).toMatchObject({
      newcomerCount: 1,
      newcomers: [
        { name: 'Samira Alm', language: 'so', needsLanguageSupport: true, hasCoach: false, choice: 'active' },
      ],
    });
  });

  test('of another provider is nobody’s', async () => {
    const elsewhere = await todo(await world.staff('coach', world.elsewhere));
    expect(elsewhere).toMatchObject({ items: [], newcomers: [], newcomerCount: 0, statement: null });
    const narrow = await todo(await world.staff('coach', world.office, [world.otherOffice]));
    expect(narrow).toMatchObject({ items: [], newcomers: [] });
  });

  test('is kept apart by the application too, with row-level security out of the way', async () => {
    const narrow = await world.staff('coach', world.office, [world.otherOffice]);
    const result = await ask(todoList, { mine: false }, { database: world.owner, actor: narrow, now });
    expect(result).toMatchObject({ value: { items: [], newcomers: [], newcomerCount: 0 } });
  });

  test('tells of older months that are not sent whole, and of nothing once all is sent', async () => {
    const later = new Date('2026-06-15T08:00:00Z');
    const result = await world.read(todoList, { mine: true }, { actor: coach, now: later });
    expect(result.ok && result.value.items.filter(({ kind }) => kind === 'month')).toMatchObject([
      { month: '2026-04', participants: 1, sent: 0, empty: 1, amountOre: 143_000 },
      { month: '2026-05', participants: 1, sent: 0 },
    ]);
    await buildStoredReport(world.owner, { placement: reported, month: '2026-04' });
    expect(kinds(await todo(coach, true))).toEqual(['returned']);
  });
});
