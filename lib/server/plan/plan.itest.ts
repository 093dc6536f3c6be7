import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { addPlanActivity } from '#lib/server/plan/add-plan-activity.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Command } from '#lib/server/command/command.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-01-07T08:00:00Z');
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office });
});

const activities = ['individualMeeting', 'ownWork', 'mapping'].map((activity) => ({
  activity,
  purpose: 'Komma igång',
  goal: 'Ett nästa steg',
}));
const parties = [{ name: 'Komvux', role: 'Utbildare', task: 'Svenska på kvällstid' }];
const whole = {
  aim: 'work',
  field: 'Lager och logistik',
  goal: 'Arbete inom lager',
  meetingOn: '2026-01-07',
  meetingForm: 'onSite',
};

async function run<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  given: object,
  actor = coach,
) {
  const input = { placementId: placement.id, from: '2026-01-07', ...whole, ...given };
  const result = await world.run(command, input, { actor, now });
  return result.ok ? result.value : result.error.problem;
}

const shown = async (actor = coach) => {
  const result = await world.read(placementPlan, { placementId: placement.id }, { actor, now });
  return result.ok ? result.value : null;
};

test('a plan is made, followed by a next version, and both stay to be read', async () => {
  expect(await shown()).toMatchObject({ due: { kind: 'first', dueOn: '2026-01-07' }, versions: [] });
  const mapping = { activity: 'mapping', purpose: 'Veta mer', goal: 'En bild', minutesPerWeek: 90 };
  const first = [...activities.slice(0, 2), mapping];
  expect(await run(createPlan, { number: 0, activities: first, parties })).toMatchObject({ number: 1 });
  expect(await run(createPlan, { number: 1, activities, goal: 'Studier' })).toMatchObject({ number: 2 });
  expect(await shown()).toMatchObject({
    participantName: expect.stringContaining('Person'),
    due: null,
    versions: [
      { number: 2, goal: 'Studier', derived: false, extended: false, parties: [] },
      {
        number: 1,
        aim: 'work',
        field: 'Lager och logistik',
        goal: 'Arbete inom lager',
        meeting: { on: '2026-01-07', form: 'onSite' },
        activities: [
          { activity: 'individualMeeting', goal: 'Ett nästa steg', minutesPerWeek: null },
          {},
          { activity: 'mapping', minutesPerWeek: 90 },
        ],
        parties,
      },
    ],
    comments: [],
  });
});

test('a plan without what belongs to every plan is refused with what is missing', async () => {
  expect(
    await run(createPlan, { number: 0, activities: activities.slice(1), from: '2025-12-31' }),
  ).toMatchObject({
    status: 422,
    errors: [{ code: 'mandatoryNotPlanned' }, { pointer: '/from', code: 'planOutsidePlacement' }],
  });
  expect(
    await run(createPlan, { number: 0, activities: [{ activity: 'mapping', purpose: '', goal: '' }] }),
  ).toMatchObject({
    errors: [{ pointer: '/activities/0/purpose' }, { pointer: '/activities/0/goal' }],
  });
});

test('identity numbers and words of health are pointed out once; whoever lets them stay may', async () => {
  const given = { number: 0, activities, parties: [{ ...parties[0], task: 'Stöd efter sjukskrivning' }] };
  expect(await run(createPlan, { ...given, goal: 'Som modern, 900101-2385' })).toMatchObject({
    status: 422,
    errors: [
      { pointer: '/goal', code: 'sensitiveWords' },
      { pointer: '/parties', code: 'sensitiveWords' },
    ],
  });
  expect(await run(createPlan, { ...given, keepRemarks: true })).toMatchObject({ number: 1 });
});

test('nobody’s version is overwritten', async () => {
  await run(createPlan, { number: 0, activities });
  expect(await run(createPlan, { number: 0, activities })).toMatchObject({ status: 409 });
  const both = await Promise.all([
    run(createPlan, { number: 1, activities }),
    run(createPlan, { number: 1, activities }),
  ]);
  expect(both.filter((answer) => 'planId' in answer)).toHaveLength(1);
});

test('one activity is added in place, as the next version', async () => {
  const health = { activity: 'health', purpose: 'Orka mer', goal: 'Träna varje vecka' };
  expect(await run(addPlanActivity, { number: 1, ...health })).toMatchObject({ status: 404 });
  await run(createPlan, { number: 0, activities });
  expect(await run(addPlanActivity, { number: 1, ...health, from: '2026-01-19' })).toMatchObject({
    number: 2,
  });
  expect(await run(addPlanActivity, { number: 2, ...health })).toMatchObject({
    errors: [{ code: 'plannedTwice' }],
  });
  expect(await run(addPlanActivity, { number: 1, ...health })).toMatchObject({ status: 409 });
  const [latest] = (await shown())?.versions ?? [];
  expect(latest).toMatchObject({
    from: '2026-01-19',
    goal: 'Arbete inom lager',
    field: 'Lager och logistik',
  });
  expect(latest).toMatchObject({ extended: true, meeting: null });
  expect(latest?.activities.map(({ activity }) => activity)).toEqual([
    'individualMeeting',
    'ownWork',
    'mapping',
    'health',
  ]);
});

test('a plan is made and read by its own office', async () => {
  const elsewhere = await world.staff('coach', world.elsewhere);
  const otherOffice = await world.staff('coach', world.office, [world.otherOffice]);
  for (const actor of [elsewhere, otherOffice]) {
    expect(await run(createPlan, { number: 0, activities }, actor)).toMatchObject({ status: 404 });
    expect(await shown(actor)).toBeNull();
  }
  expect(await run(createPlan, { number: 0, activities }, await world.staff('signatory'))).toMatchObject({
    status: 403,
  });
});

test('a version is stored whole: nothing comes to it afterwards, and nothing of it is changed', async () => {
  const made = await run(createPlan, { number: 0, activities });
  if (!('planId' in made)) throw new Error('The plan was not made');
  const later = inTransaction(world.app, coach, async (tx) => {
    await tx.$executeRaw`INSERT INTO plan_activity (plan_id, activity) VALUES (${made.planId}::uuid, 'health')`;
  });
  await expect(later).rejects.toThrow(/stored whole/);
  const changed = inTransaction(world.app, coach, async (tx) => {
    await tx.$executeRaw`UPDATE plan_party SET task = 'Annat' WHERE plan_id = ${made.planId}::uuid`;
  });
  await expect(changed).rejects.toThrow(/permission denied|append-only/);
});

test('a version is made in the maker’s own name', async () => {
  const other = await world.staff('coach', world.office, [world.office]);
  const made = inTransaction(world.app, coach, async (tx) => {
    await tx.$executeRaw`INSERT INTO plan (id, placement_id, number, "from", goal, created_by_person_id)
      VALUES (gen_random_uuid(), ${placement.id}::uuid, 1, '2026-01-07', 'Arbete', ${other.personId}::uuid)`;
  });
  await expect(made).rejects.toThrow(/in their own name/);
});
