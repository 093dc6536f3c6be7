import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { changeEntry } from '#lib/server/activity-entry/change-entry.ts';
import { copyWeek } from '#lib/server/activity-entry/copy-week.ts';
import { monthLog } from '#lib/server/activity-entry/month-log.ts';
import { monthLogFile } from '#lib/server/activity-entry/month-log-file.ts';
import { previewCopy } from '#lib/server/activity-entry/preview-copy.ts';
import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { undoEntries } from '#lib/server/activity-entry/undo-entries.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import type { Command } from '#lib/server/command/command.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { monthFrom } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

// A Thursday.
const now = new Date('2026-03-19T08:00:00Z');
let ticks = 0;
/** No two things are done in the same moment. */
const later = (): Date => {
  ticks += 1;
  return new Date(now.getTime() + ticks);
};
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
  const result = await world.run(command, input, { actor, now: later() });
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
    expect(await logOf(first)).toMatchObject([{ removedAt: expect.any(Date), version: 2 }]);
    expect(await run(removeEntry, { entryId, version: 2 })).toMatchObject({ status: 404 });
  });
});

describe('taking back', () => {
  const entryOf = async (placement: BuiltPlacement) => (await logOf(placement))[0]?.id ?? '';

  test('what was logged at once for several goes at once, and then there is nothing more to take back', async () => {
    await run(addEntries, { placementIds: [first.id, second.id], entries: [entry] });
    const entryId = await entryOf(first);
    expect(await run(undoEntries, { entryId }, elsewhere)).toMatchObject({ status: 404 });
    expect(await run(undoEntries, { entryId }, await world.staff('coach'))).toMatchObject({ status: 404 });
    expect(await run(undoEntries, { entryId })).toEqual({ undone: 2, date: '2026-03-10' });
    for (const placement of [first, second])
      expect(await logOf(placement)).toMatchObject([{ removedAt: expect.any(Date) }]);
    expect(await run(undoEntries, { entryId })).toMatchObject({ status: 404 });
  });

  test('what somebody has changed since stays', async () => {
    await run(addEntries, { placementIds: [first.id, second.id], entries: [entry] });
    const entryId = await entryOf(first);
    await run(changeEntry, { ...entry, entryId: await entryOf(second), minutes: 75, version: 1 });
    expect(await run(undoEntries, { entryId })).toMatchObject({ undone: 1 });
    expect(await logOf(second)).toMatchObject([{ minutes: 75, removedAt: null }]);
  });

  test('is too late when the month is sent', async () => {
    const entryId = await added();
    await buildStoredReport(world.owner, { placement: first, month: '2026-03' });
    expect(await run(undoEntries, { entryId })).toMatchObject({ status: 409, code: 'entryInReportedMonth' });
    expect(await logOf(first)).toMatchObject([{ removedAt: null }]);
  });
});

describe('last week again', () => {
  const preview = async (actor = coach) => {
    const input = { weekFrom: plainDate('2026-03-18'), mine: '' as const, q: '', page: 1 };
    const result = await world.read(previewCopy, { ...input, placementId: first.id }, { actor, now });
    return result.ok ? result.value.participants.flatMap(({ lines }) => lines) : null;
  };

  test('is shown before it is copied, and only what stayed ticked is copied: to the same weekdays, without notes', async () => {
    const wednesday = { ...entry, date: '2026-03-11', activity: 'health' };
    const friday = { ...entry, date: '2026-03-13' };
    await run(addEntries, { placementIds: [first.id], entries: [entry, wednesday, friday] });
    const lines = (await preview()) ?? [];
    expect(lines.map(({ copy, why }) => [copy.date, why?.code ?? null])).toEqual([
      ['2026-03-17', null],
      ['2026-03-18', null],
      ['2026-03-20', 'entryInFuture'],
    ]);
    const ids = lines.map(({ entryId }) => entryId);
    const input = { entryIds: ids.slice(1), weekFrom: '2026-03-16' };
    expect(await run(copyWeek, input, elsewhere)).toMatchObject({ status: 404 });
    expect(await run(copyWeek, input)).toMatchObject({ copied: 1, left: 1 });
    expect(await run(copyWeek, input)).toMatchObject({ copied: 0, left: 2 });
    expect((await logOf(first)).slice(3)).toMatchObject([{ activity: 'health', note: '' }]);
    expect((await preview())?.map(({ why }) => why?.code ?? null)).toEqual([null, 'there', 'entryInFuture']);
    expect(await preview(elsewhere)).toEqual([]);
    expect(await run(copyWeek, { ...input, weekFrom: '2026-03-17' })).toMatchObject({
      errors: [{ code: 'notMonday' }],
    });
  });
});

describe('the month', () => {
  const month = async (given: object = {}, actor = coach) => {
    const input = { month: monthFrom(2026, 3), mine: '' as const, q: '', page: 1, ...given };
    const [shown, file] = [
      await world.read(monthLog, input, { actor, now }),
      await world.read(monthLogFile, input, { actor, now }),
    ];
    return { shown: shown.ok ? shown.value : null, file: file.ok ? file.value.entries : null };
  };

  test('sums support by day and by participant, without own work and without what is removed', async () => {
    await run(addEntries, { placementIds: [first.id, second.id], entries: [entry] });
    const own = { ...entry, activity: 'ownWork', form: null, date: '2026-03-11' };
    await run(addEntries, { placementIds: [first.id], entries: [own] });
    const { shown, file } = await month({ placementId: first.id });
    expect(shown?.days).toEqual([
      { date: '2026-03-10', support: 60, participants: 1, entries: 1 },
      { date: '2026-03-11', support: 0, participants: 1, entries: 1 },
    ]);
    expect(shown?.participants).toMatchObject([{ support: 60, entries: 2, days: 2 }]);
    expect(shown?.entries?.map(({ activity }) => activity)).toEqual(['mapping', 'ownWork']);
    expect(file).toMatchObject([
      { date: '2026-03-10', reference: first.reference, note: 'CV' },
      { date: '2026-03-11' },
    ]);
  });

  test('shows nobody to another provider', async () => {
    await run(addEntries, { placementIds: [first.id], entries: [entry] });
    expect(await month({ placementId: first.id }, elsewhere)).toEqual({ shown: null, file: [] });
    expect((await month({}, elsewhere)).shown).toMatchObject({ days: [], participants: [] });
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

  test('offers the group that the reader logged for last', async () => {
    await run(addEntries, { placementIds: [first.id, second.id], entries: [entry] });
    await run(addEntries, { placementIds: [first.id], entries: [{ ...entry, date: '2026-03-12' }] });
    const shown = await week();
    expect(shown?.groups[0]).toMatchObject({ date: '2026-03-10', activity: 'mapping' });
    expect(shown?.groups[0]?.placementIds.toSorted()).toEqual([first.id, second.id].toSorted());
    const colleague = await world.staff('coach');
    expect(await week({}, colleague)).toMatchObject({ groups: [] });
  });
});
