import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const month = monthOf('2026-03');
const today = plainDate('2026-04-02');
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
});
afterAll(() => world.close());

async function recall(actor = coach, on = today): Promise<readonly LoadedMonth[]> {
  const scope = { actor, month };
  return await inTransaction(world.app, actor, (tx) => recallMonths(tx, scope, on));
}

const entryOf = () => ({
  id: newId(),
  placementId: placement.id,
  date: new Date('2026-03-09'),
  activity: 'mapping' as const,
  form: 'onSite' as const,
  minutes: 60,
  createdByPersonId: coach.personId,
});
const draftOf = (minutes: number) => ({
  content: {
    rows: [{ activity: 'mapping', form: 'onSite', minutes }],
    languageSupport: null,
    jobSuggestions: 0,
    noActivityReason: null,
  },
  source: 'form',
  updatedAt: new Date(),
});
const thisMonth = () => ({ placementId: placement.id, month: new Date('2026-03-01') });

/** Everything that a list of months rests on, changed behind the back of the one that keeps it. */
const CHANGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['an entry in the log', () => world.owner.activityEntry.create({ data: entryOf() })],
  ['another minute in it', () => world.owner.activityEntry.updateMany({ data: { minutes: 75 } })],
  ['a removed entry', () => world.owner.activityEntry.updateMany({ data: { removedAt: new Date() } })],
  ['a draft', () => world.owner.monthDraft.create({ data: { ...thisMonth(), ...draftOf(60) } })],
  ['another draft', () => world.owner.monthDraft.updateMany({ data: { ...draftOf(75), version: 2 } })],
  ['no draft', () => world.owner.monthDraft.deleteMany()],
  ['a plan', () => buildPlan(world.owner, { placement, number: 2, activities: ['mapping'] })],
  ['a coach', () => world.owner.placement.updateMany({ data: { coachPersonId: coach.personId } })],
  [
    'the coach’s name',
    () => world.owner.person.update({ where: { id: coach.personId }, data: { givenName: 'Nytt' } }),
  ],
  [
    'a name',
    () =>
      world.owner.person.update({
        where: { id: placement.participant.person.id },
        data: { familyName: 'Nytt' },
      }),
  ],
  [
    'the office’s name',
    () => world.owner.office.update({ where: { id: world.office.id }, data: { name: 'Nytt' } }),
  ],
  ['a service period', () => world.owner.servicePeriod.updateMany({ data: { to: new Date('2026-06-30') } })],
  ['a newcomer', () => buildPlacement(world.owner, { office: world.office })],
  [
    'an end',
    () => world.owner.placement.updateMany({ data: { end: new Date('2026-03-20'), endReason: 'completed' } }),
  ],
];

describe('a list of months', () => {
  test('is kept while nothing changes', async () => {
    const first = await recall();
    expect(first).toHaveLength(1);
    expect(await recall()).toBe(first);
  });

  test.each(CHANGES)('is made anew after %s', async (_, change) => {
    const before = await recall();
    await change();
    const after = await recall();
    expect(after).not.toBe(before);
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    expect(await recall()).toBe(after);
  });

  test('is not made anew for what is undone, nor for what happens at another provider', async () => {
    const before = await recall();
    const undone = world.owner.$transaction(async (tx) => {
      await tx.activityEntry.create({ data: entryOf() });
      throw new Error('never mind');
    });
    await expect(undone).rejects.toThrow('never mind');
    await buildPlacement(world.owner, { office: world.elsewhere });
    expect(await recall()).toBe(before);
  });

  test('sees what commits late, though it began before the list was made', async () => {
    const inserted = Promise.withResolvers<void>();
    const may = Promise.withResolvers<void>();
    const slow = world.owner.$transaction(async (tx) => {
      await tx.monthDraft.create({ data: { ...thisMonth(), ...draftOf(90) } });
      inserted.resolve();
      await may.promise;
    });
    await inserted.promise;
    // Others begin and commit meanwhile.
    await buildPlacement(world.owner, { office: world.office });
    const before = await recall();
    expect(await recall()).toBe(before);
    may.resolve();
    await slow;
    expect(await recall()).not.toBe(before);
  });

  test('is another on another day, at other offices, and for who is named for a protected participant', async () => {
    const own = await recall();
    expect(await recall(coach, plainDate('2026-04-11'))).not.toBe(own);
    expect(await recall(await world.staff('coach', world.office, [world.otherOffice]))).toEqual([]);
    const participant = await buildParticipant(world.owner, {
      person: await buildPerson(world.owner, { protected: true }),
    });
    await buildPlacement(world.owner, { office: world.office, participant });
    const without = await recall();
    await world.owner.protectedAccess.create({
      data: { personId: coach.personId, participantId: participant.id },
    });
    expect((await recall()).length).toBe(without.length + 1);
    const colleague = await world.staff('coach', world.office, [world.office]);
    expect(await recall(colleague)).toHaveLength(without.length);
  });
});
