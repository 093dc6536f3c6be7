import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { MOST_UNREAD_COMMENTS } from '#lib/domain/plan/plan-comment.ts';
import type { Command } from '#lib/server/command/command.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { showOwnPlan } from '#lib/server/participant/show-own-plan.ts';
import { answerPlanComment } from '#lib/server/plan/answer-plan-comment.ts';
import { commentPlan } from '#lib/server/plan/comment-plan.ts';
import { placementPlan } from '#lib/server/plan/placement-plan.ts';
import { readNotification } from '#lib/server/notification/read-notification.ts';
import { readPlanComment } from '#lib/server/plan/read-plan-comment.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-01-12T08:00:00Z');
let world: World;
let coach: ProviderActor;
let participant: PersonActor;
let placement: BuiltPlacement;
let planId: string;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
});
afterAll(() => world.close());
beforeEach(async () => {
  const built = await buildParticipant(world.owner);
  placement = await buildPlacement(world.owner, {
    office: world.office,
    participant: built,
    coachPersonId: coach.personId,
  });
  participant = await buildParticipantActor(world.owner, built);
  planId = await buildPlan(world.owner, { placement, activities: ['ownWork', 'mapping'] });
});

async function run<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  input: object,
  actor: PersonActor = coach,
  key?: string,
) {
  const result = await world.run(command, input, { actor, now, ...(key === undefined ? {} : { key }) });
  return result.ok ? result.value : result.error.problem;
}

async function comment(given: object = {}, actor = participant, key?: string): Promise<string> {
  const made = await run(
    commentPlan,
    { planId, text: 'Jag vill ha fler praktiska moment.', ...given },
    actor,
    key,
  );
  if (!('commentId' in made)) throw new Error(made.code);
  return made.commentId;
}

const own = async (actor = participant) => {
  const result = await world.read(showOwnPlan, {}, { actor, now });
  return result.ok ? (result.value.plan?.comments ?? []) : null;
};
const toldCoach = () =>
  world.owner.notification.findMany({
    where: { placementId: placement.id, event: 'planCommented', personId: coach.personId },
    select: { id: true, path: true },
  });

describe('a participant', () => {
  test('comments on the plan or on one activity, and sees what came of it', async () => {
    await comment();
    const commentId = await comment({ activity: 'mapping', text: 'Hur lång tid tar det?' });
    expect(await run(answerPlanComment, { commentId, text: 'Tre veckor.' })).toMatchObject({
      placementId: placement.id,
    });
    expect(await own()).toMatchObject([
      {
        activity: 'mapping',
        number: 1,
        responses: [{ name: `${coach.givenName} ${coach.familyName}`, text: 'Tre veckor.' }],
      },
      { activity: null, text: 'Jag vill ha fler praktiska moment.', responses: [] },
    ]);
  });

  test('comments once, however often the form is sent', async () => {
    expect(await comment({}, participant, 'same')).toBe(await comment({}, participant, 'same'));
    expect(await own()).toHaveLength(1);
  });

  test('says something, of at most 2 000 characters, about what is planned', async () => {
    expect(await run(commentPlan, { planId, text: ' ' }, participant)).toMatchObject({ status: 422 });
    expect(await run(commentPlan, { planId, text: 'å'.repeat(2001) }, participant)).toMatchObject({
      status: 422,
    });
    expect(await run(commentPlan, { planId, text: 'Bra', activity: 'health' }, participant)).toMatchObject({
      errors: [{ pointer: '/activity', code: 'notPlanned' }],
    });
    await comment({ text: 'å'.repeat(2000) });
  });

  test('has so many waiting at most', async () => {
    for (let n = 0; n < MOST_UNREAD_COMMENTS; n += 1) await comment();
    expect(await run(commentPlan, { planId, text: 'En till' }, participant)).toMatchObject({
      code: 'manyUnread',
    });
  });

  test('neither reads nor comments on anybody else’s plan', async () => {
    const stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
    expect(await run(commentPlan, { planId, text: 'Hej' }, stranger)).toMatchObject({ status: 404 });
    expect(await own(stranger)).toEqual([]);
    expect(
      await run(answerPlanComment, { commentId: await comment(), text: 'Hej' }, participant),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('the coach', () => {
  test('is told of the first comment that waits, and of the next when they have read that', async () => {
    await comment();
    await comment();
    expect(await toldCoach()).toMatchObject([{ path: `/provider/participants/${placement.id}#comments` }]);
    const [{ id: notificationId } = { id: '' }] = await toldCoach();
    await run(readNotification, { notificationId });
    await comment();
    expect(await toldCoach()).toHaveLength(2);
  });

  test('tells the participant of an answer', async () => {
    await run(answerPlanComment, { commentId: await comment(), text: 'Tre veckor.' });
    const told = await world.owner.notification.findMany({ where: { personId: participant.personId } });
    expect(told).toMatchObject([
      { event: 'planCommentAnswered', organisation: 'self', path: '/participant/plan' },
    ]);
  });

  test('marks a comment as read once, and may still answer', async () => {
    const commentId = await comment();
    await run(readPlanComment, { commentId });
    await run(readPlanComment, { commentId });
    await run(answerPlanComment, { commentId, text: 'Det gör vi.' });
    expect(await own()).toMatchObject([{ responses: [{ text: null }, { text: 'Det gör vi.' }] }]);
  });

  test('answers at the own office alone', async () => {
    const commentId = await comment();
    const elsewhere = await world.staff('coach', world.elsewhere);
    const otherOffice = await world.staff('coach', world.office, [world.otherOffice]);
    for (const actor of [elsewhere, otherOffice]) {
      expect(await run(answerPlanComment, { commentId, text: 'Hej' }, actor)).toMatchObject({ status: 404 });
      expect(await run(readPlanComment, { commentId }, actor)).toMatchObject({ status: 404 });
      expect((await world.read(placementPlan, { placementId: placement.id }, { actor, now })).ok).toBe(false);
    }
    expect(
      await run(answerPlanComment, { commentId, text: 'Hej' }, await world.staff('signatory')),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('the database', () => {
  const count = (actor: PersonActor) =>
    inTransaction(world.app, actor, (tx) => tx.planComment.count({ where: { planId } }));

  test('shows comments to the participant and to those who help, of them alone', async () => {
    await comment();
    const stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
    const readers = [participant, coach, stranger, await world.staff('coach', world.elsewhere)];
    expect(await Promise.all(readers.map((reader) => count(reader)))).toEqual([1, 1, 0, 0]);
  });

  test('lets nobody write for the other side, or change what is written', async () => {
    const commentId = await comment();
    const write = (
      actor: PersonActor,
      sql: (tx: Parameters<Parameters<typeof inTransaction>[2]>[0]) => Promise<unknown>,
    ) => inTransaction(world.app, actor, sql);
    await expect(
      write(
        coach,
        (tx) => tx.$executeRaw`INSERT INTO plan_comment (id, plan_id, author_person_id, written_at, text)
          VALUES (gen_random_uuid(), ${planId}::uuid, ${coach.personId}::uuid, now(), 'Hej')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      write(
        participant,
        (tx) => tx.$executeRaw`INSERT INTO plan_comment_response (id, comment_id, person_id, given_at, text)
          VALUES (gen_random_uuid(), ${commentId}::uuid, ${participant.personId}::uuid, now(), 'Hej')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      world.owner.$executeRaw`UPDATE plan_comment SET text = 'Annat' WHERE id = ${commentId}::uuid`,
    ).rejects.toThrow(/append-only/);
  });
});
