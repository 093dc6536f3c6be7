import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { changeEntry } from '#lib/server/activity-entry/change-entry.ts';
import { copyWeek } from '#lib/server/activity-entry/copy-week.ts';
import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import type { Command } from '#lib/server/command/command.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

// A Thursday.
const now = new Date('2026-03-19T08:00:00Z');
let world: World;
let coach: ProviderActor;
let elsewhere: ProviderActor;
let first: BuiltPlacement;
let second: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  elsewhere = await world.staff('coach', world.elsewhere);
});
afterAll(() => world.close());
beforeEach(async () => {
  first = await buildPlacement(world.owner, { office: world.office });
  second = await buildPlacement(world.owner, { office: world.office });
});

const entry = {
  date: '2026-03-10',
  activity: 'mapping',
  form: 'onSite',
  minutes: 60,
  language: 'ar',
  note: 'CV',
};

async function run<Input, State, Change, Output>(
  command: Command<Input, State, Change, Output>,
  input: object,
  actor = coach,
) {
  const result = await world.run(command, input, { actor, now });
  return result.ok ? result.value : result.error.problem;
}

const logOf = (placement: BuiltPlacement) =>
  world.owner.activityEntry.findMany({
    where: { placementId: placement.id },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
  });

const added = async (): Promise<string> => {
  await run(addEntries, { placementIds: [first.id], entries: [entry] });
  return (await logOf(first))[0]?.id ?? '';
};

const week = async (given: object = {}, actor = coach) => {
  const input = { weekFrom: plainDate('2026-03-12'), mine: '' as const, q: '', page: 1, ...given };
  const result = await world.read(weekLog, input, { actor, now });
  return result.ok ? result.value : null;
};

describe('adding to the log', () => {
  test('one activity for several participants, each with who logged it', async () => {
    await run(addEntries, { placementIds: [first.id, second.id], entries: [entry] });
    for (const placement of [first, second]) {
      expect(await logOf(placement)).toMatchObject([
        {
          activity: 'mapping',
          minutes: 60,
          language: 'ar',
          note: 'CV',
          coachPersonId: coach.personId,
          version: 1,
        },
      ]);
    }
  });

  test('all of them or none: what is wrong is named for whom it is', async () => {
    const gone = await buildPlacement(world.owner, { office: world.office, end: '2026-03-01' });
    const problem = await run(addEntries, { placementIds: [first.id, gone.id], entries: [entry] });
    const name = gone.participant.person.familyName;
    expect(problem).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/entries/0/date', code: 'entryOutsidePlacement', message: expect.stringContaining(name) },
      ],
    });
    expect(await logOf(first)).toEqual([]);
  });

  test('what the day holds already counts', async () => {
    const long = { ...entry, minutes: 450 };
    await run(addEntries, { placementIds: [first.id], entries: [long] });
    expect(await run(addEntries, { placementIds: [first.id], entries: [entry] })).toMatchObject({
      errors: [{ pointer: '/entries/0/minutes', code: 'IMPOSSIBLE_TIME' }],
    });
  });

  test('is for the office’s own coaches', async () => {
    const input = { placementIds: [first.id], entries: [entry] };
    expect(await run(addEntries, input, elsewhere)).toMatchObject({ status: 404 });
    const otherOffice = await world.staff('coach', world.office, [world.otherOffice]);
    expect(await run(addEntries, input, otherOffice)).toMatchObject({ status: 404 });
    expect(await run(addEntries, input, await world.staff('reporter'))).toMatchObject({ status: 403 });
    expect(await logOf(first)).toEqual([]);
  });
});

describe('changing and removing', () => {
  test('takes the version that was seen', async () => {
    const entryId = await added();
    const change = { ...entry, entryId, minutes: 75, note: '' };
    expect(await run(changeEntry, { ...change, version: 1 })).toMatchObject({ version: 2 });
    expect(await run(changeEntry, { ...change, version: 1 })).toMatchObject({ status: 409 });
    expect(await logOf(first)).toMatchObject([{ minutes: 75, note: '', version: 2 }]);
  });

  test('does not count the entry itself twice', async () => {
    const entryId = await added();
    expect(await run(changeEntry, { ...entry, entryId, version: 1, minutes: 480 })).toMatchObject({
      version: 2,
    });
    expect(await run(changeEntry, { ...entry, entryId, version: 2, minutes: 495 })).toMatchObject({
      errors: [{ pointer: '/minutes', code: 'IMPOSSIBLE_TIME' }],
    });
  });

  test('marks what is removed, and then it is gone for all', async () => {
    const entryId = await added();
    expect(await run(removeEntry, { entryId, version: 1 }, elsewhere)).toMatchObject({ status: 404 });
    expect(await run(removeEntry, { entryId, version: 1 })).toMatchObject({ entryId });
    expect(await logOf(first)).toMatchObject([{ removedAt: now, version: 2 }]);
    expect(await run(removeEntry, { entryId, version: 2 })).toMatchObject({ status: 404 });
  });
});

describe('last week again', () => {
  test('is copied to the same weekdays once, up to today, without notes', async () => {
    const wednesday = { ...entry, date: '2026-03-11' };
    const friday = { ...entry, date: '2026-03-13' };
    await run(addEntries, { placementIds: [first.id], entries: [entry, wednesday, friday] });
    const input = { placementIds: [first.id, second.id], weekFrom: '2026-03-16' };
    expect(await run(copyWeek, input)).toMatchObject({ copied: 2, left: 1 });
    expect(await run(copyWeek, input)).toMatchObject({ copied: 0, left: 3 });
    const copies = (await logOf(first)).slice(3);
    expect(copies.map(({ date, note }) => [date.toISOString().slice(0, 10), note])).toEqual([
      ['2026-03-17', ''],
      ['2026-03-18', ''],
    ]);
    expect(await run(copyWeek, { ...input, weekFrom: '2026-03-17' })).toMatchObject({
      errors: [{ code: 'notMonday' }],
    });
  });
});

describe('the week', () => {
  test('shows the office’s participants by name, with plan and entries from Monday to Sunday', async () => {
    await buildPlan(world.owner, {
      placement: first,
      activities: ['individualMeeting', 'ownWork', 'mapping'],
    });
    await run(addEntries, { placementIds: [first.id], entries: [entry, { ...entry, date: '2026-03-08' }] });
    const shown = await week({ placementId: first.id });
    expect(shown).toMatchObject({ weekFrom: '2026-03-09', weekTo: '2026-03-16', total: 1 });
    expect(shown?.participants).toMatchObject([
      {
        placementId: first.id,
        planned: ['individualMeeting', 'ownWork', 'mapping'],
        entries: [{ date: '2026-03-10', minutes: 60, coachName: expect.any(String) }],
        minutes: 60,
      },
    ]);
  });

  test('finds by name and by reference, own participants, and nobody else’s', async () => {
    expect(await week({ q: second.reference })).toMatchObject({ participants: [{ placementId: second.id }] });
    const name = second.participant.person.familyName.toLowerCase();
    expect(await week({ q: name })).toMatchObject({ participants: [{ placementId: second.id }] });
    expect(await week({ mine: '1' })).toMatchObject({ participants: [], total: 0 });
    expect(await week({}, elsewhere)).toMatchObject({ participants: [] });
  });
});
