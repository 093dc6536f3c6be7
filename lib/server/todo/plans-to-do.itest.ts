import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { participantListInput } from '#lib/schemas/participant-list.ts';
import { participantList } from '#lib/server/placement/participant-list.ts';
import { addPlanActivity } from '#lib/server/plan/add-plan-activity.ts';
import { commentPlan } from '#lib/server/plan/comment-plan.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';
import { readPlanComment } from '#lib/server/plan/read-plan-comment.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

// The second period begins on 1 July: 180 days after 2 January.
const at = (day: string) => new Date(`2026-${day}T08:00:00Z`);
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  placement = await buildPlacement(world.owner, { office: world.office, periods: 2 });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
});
afterAll(() => world.close());

async function asked(day: string, actor = coach) {
  const given = { actor, now: at(day) };
  const todo = await world.read(todoList, { mine: false }, given);
  const list = await world.read(participantList, participantListInput.parse({ show: 'planRedo' }), given);
  const plan = await world.read(placementPlan, { placementId: placement.id }, given);
  return [
    todo.ok ? todo.value.items.flatMap((item) => (item.kind === 'planRedo' ? [item.dueOn] : [])) : [],
    list.ok ? list.value.total : null,
    plan.ok ? (plan.value.due?.kind ?? null) : 'not there',
  ];
}

test('a plan is to be redone from two weeks before the second period, until there is one for it', async () => {
  expect(await asked('06-16')).toEqual([[], 0, null]);
  expect(await asked('06-17')).toEqual([['2026-07-06'], 1, 'redo']);
  // Late: under the day before today, which is now.
  expect(await asked('07-20')).toEqual([['2026-07-19'], 1, 'redo']);
  expect(await asked('07-20', await world.staff('coach', world.elsewhere))).toEqual([[], 0, 'not there']);

  const now = at('07-02');
  const more = { activity: 'health', purpose: 'Orka mer', goal: 'Träna varje vecka' };
  const added = await world.run(
    addPlanActivity,
    { placementId: placement.id, number: 1, from: '2026-07-02', ...more },
    { actor: coach, now },
  );
  expect(added.ok).toBe(true);
  expect(await asked('07-02')).toEqual([['2026-07-06'], 1, 'redo']);

  const again = {
    placementId: placement.id,
    number: 2,
    from: '2026-07-01',
    aim: 'work',
    field: 'Lager',
    goal: 'Arbete inom lager',
    meetingOn: '2026-07-01',
    meetingForm: 'video',
    activities: ['individualMeeting', 'ownWork', 'health'].map((activity) => ({ ...more, activity })),
  };
  expect((await world.run(createPlan, again, { actor: coach, now })).ok).toBe(true);
  expect(await asked('07-02')).toEqual([[], 0, null]);
});

test('comments that nobody has read are to be read, one item for each participant', async () => {
  const participant = await buildParticipant(world.owner);
  const commented = await buildPlacement(world.owner, { office: world.office, participant });
  const planId = await buildPlan(world.owner, { placement: commented });
  const actor = await buildParticipantActor(world.owner, participant);
  const comments = async (reader = coach) => {
    const todo = await world.read(todoList, { mine: false }, { actor: reader, now: at('02-03') });
    return todo.ok ? todo.value.items.filter(({ kind }) => kind === 'planComment') : [];
  };
  const written: string[] = [];
  for (const day of ['02-01', '02-02']) {
    const made = await world.run(
      commentPlan,
      { planId, text: 'Mer praktik, tack.' },
      { actor, now: at(day) },
    );
    if (!made.ok) throw new Error(made.error.problem.code);
    written.push(made.value.commentId);
  }
  expect(await comments()).toMatchObject([
    { placementId: commented.id, participantId: participant.id, count: 2, writtenOn: '2026-02-01' },
  ]);
  expect(await comments(await world.staff('coach', world.elsewhere))).toEqual([]);
  expect(await comments(await world.staff('signatory'))).toEqual([]);
  for (const commentId of written) {
    await world.run(readPlanComment, { commentId }, { actor: coach, now: at('02-03') });
  }
  expect(await comments()).toEqual([]);
});
