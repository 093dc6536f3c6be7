import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { discardMonthDraft } from '#lib/server/month/discard-month-draft.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-04-02T08:00:00Z');
const month = '2026-03';
let world: World;
let coach: ProviderActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
});
afterAll(() => world.close());

const meeting = { activity: 'individualMeeting', form: 'onSite', minutes: '60' };

async function newPlacement(activities?: Parameters<typeof buildPlan>[1]['activities']): Promise<void> {
  placement = await buildPlacement(world.owner, { office: world.office });
  await buildPlan(world.owner, { placement, ...(activities === undefined ? {} : { activities }) });
}

async function save(given: object, actor = coach, key?: string) {
  const input = { placementId: placement.id, month, version: 0, rows: [meeting], ...given };
  const result = await world.run(saveMonthDraft, input, {
    actor,
    now,
    ...(key === undefined ? {} : { key }),
  });
  return result.ok ? result.value : result.error.problem;
}

const drafts = () => world.owner.monthDraft.findMany({ where: { placementId: placement.id } });

const discard = async (version: number, actor = coach) => {
  const result = await world.run(
    discardMonthDraft,
    { placementId: placement.id, month, version },
    { actor, now },
  );
  return result.ok ? result.value : result.error.problem;
};

describe('filling in a month', () => {
  test('keeps what is well-formed in its one order, and says what follows', async () => {
    await newPlacement();
    const saved = await save({
      rows: [{ activity: 'mapping', form: 'video', minutes: 240 }, { minutes: '' }, meeting],
      languageSupport: 'ar',
      jobSuggestions: '2',
    });
    // 22 working days in March 2026 × 65 kr
    expect(saved).toMatchObject({ version: 1, problems: [], amountOre: 143_000 });
    expect(await drafts()).toMatchObject([
      {
        version: 1,
        source: 'form',
        updatedByPersonId: coach.personId,
        content: {
          rows: [
            { activity: 'individualMeeting', form: 'onSite', minutes: 60 },
            { activity: 'mapping', form: 'video', minutes: 240 },
          ],
          languageSupport: 'ar',
          jobSuggestions: 2,
          noActivityReason: null,
        },
      },
    ]);
  });

  test('keeps what cannot be sent yet, and names it at the form’s own rows', async () => {
    await newPlacement(['individualMeeting', 'ownWork', 'health']);
    const rows = [meeting, { minutes: '' }, { activity: 'mapping', form: 'onSite', minutes: '240' }];
    expect(await save({ rows })).toMatchObject({
      version: 1,
      problems: [{ pointer: '/rows/2/activity', column: 'activity', code: 'ACTIVITY_NOT_PLANNED' }],
    });
    expect(await drafts()).toHaveLength(1);
  });

  test('adds the missing activity to the plan in the same step', async () => {
    await newPlacement(['individualMeeting', 'ownWork', 'health']);
    const rows = [meeting, { activity: 'mapping', form: 'onSite', minutes: '240' }];
    expect(await save({ rows, addToPlan: ['mapping'] })).toMatchObject({ problems: [] });
    const [, added] = await world.owner.plan.findMany({
      where: { placementId: placement.id },
      orderBy: { number: 'asc' },
      include: { activities: true },
    });
    expect(added).toMatchObject({ number: 2, from: new Date('2026-03-01'), goal: 'Arbete inom lager' });
    expect(added?.activities.map(({ activity }) => activity)).toContain('mapping');
  });

  test('refuses what is not well-formed, with every fault named, and keeps nothing of it', async () => {
    await newPlacement();
    const problem = await save({
      rows: [
        { ...meeting, minutes: '50' },
        { activity: 'mapping', form: '', minutes: '60' },
      ],
      jobSuggestions: '1e3',
    });
    expect(problem).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/rows/0/minutes', code: 'minutesStep' },
        { pointer: '/rows/0/job_suggestions', code: 'jobSuggestionsNotWhole' },
        { pointer: '/rows/1/form', code: 'formMissing' },
        { pointer: '/rows/1/job_suggestions', code: 'jobSuggestionsNotWhole' },
      ],
    });
    expect(await drafts()).toEqual([]);
  });

  test('takes that the participant took part in nothing, with the reason', async () => {
    await newPlacement();
    expect(await save({ rows: [], noActivityReason: 'sick' })).toMatchObject({ problems: [] });
    expect(await save({ rows: [meeting], noActivityReason: 'sick', version: 1 })).toMatchObject({
      errors: [{ pointer: '/rows/1/activity', code: 'noneWithOthers' }],
    });
  });

  test('keeps an empty month, which cannot be sent', async () => {
    await newPlacement();
    expect(await save({ rows: [], jobSuggestions: '3' })).toMatchObject({
      problems: [{ code: 'REPORT_EMPTY' }],
    });
  });

  test('does not overwrite what somebody else has saved since', async () => {
    await newPlacement();
    await save({});
    expect(await save({ rows: [{ ...meeting, minutes: 75 }] })).toMatchObject({
      status: 409,
      code: 'conflict',
    });
    expect(await save({ rows: [{ ...meeting, minutes: 75 }], version: 1 })).toMatchObject({ version: 2 });
  });

  test('does once what is sent twice', async () => {
    await newPlacement();
    const twice = await Promise.all([save({}, coach, 'twice'), save({}, coach, 'twice')]);
    expect(twice.map((saved) => 'version' in saved && saved.version)).toEqual([1, 1]);
    expect(await drafts()).toMatchObject([{ version: 1 }]);
  });

  test('is not for a month without service, or one that is none', async () => {
    await newPlacement();
    expect(await save({ month: '2025-12' })).toMatchObject({ errors: [{ code: 'OUTSIDE_PLACEMENT' }] });
    expect(await save({ month: '2026-13' })).toMatchObject({
      errors: [{ pointer: '/month', code: 'monthFormat' }],
    });
  });

  test('is not for another office, another provider, or another role', async () => {
    await newPlacement();
    const notThere = { status: 404 };
    expect(await save({}, await world.staff('coach', world.office, [world.otherOffice]))).toMatchObject(
      notThere,
    );
    expect(await save({}, await world.staff('coach', world.elsewhere))).toMatchObject(notThere);
    expect(await save({}, await world.staff('providerAdmin'))).toMatchObject({ status: 403 });
    expect(await drafts()).toEqual([]);
  });

  test('leaves an entry in the log with whose month it was', async () => {
    await newPlacement();
    await save({});
    const entries = await world.owner.auditEntry.findMany({ where: { subjectId: placement.id } });
    expect(entries).toMatchObject([
      {
        action: 'month.saveDraft',
        outcome: 'done',
        personId: coach.personId,
        participantIds: [placement.participant.id],
      },
    ]);
  });
});

describe('putting a draft away', () => {
  test('takes the version that was seen', async () => {
    await newPlacement();
    expect(await discard(1)).toMatchObject({ status: 404 });
    await save({});
    await save({ version: 1 });
    expect(await discard(1)).toMatchObject({ status: 409 });
    expect(await discard(2, await world.staff('coach', world.elsewhere))).toMatchObject({ status: 404 });
    expect(await discard(2)).toMatchObject({ placementId: placement.id });
    expect(await drafts()).toEqual([]);
  });
});
