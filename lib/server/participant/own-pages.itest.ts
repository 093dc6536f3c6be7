import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { listOwnReports } from '#lib/server/participant/list-own-reports.ts';
import { showHome } from '#lib/server/participant/show-home.ts';
import { showOwnPlan } from '#lib/server/participant/show-own-plan.ts';
import { showOwnReport } from '#lib/server/participant/show-own-report.ts';
import { findSupportPhone } from '#lib/server/participant/support-phone.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-05-12T10:00:00+02:00');
let testDatabase: TestDatabase;
let owner: Database;
let app: Database;
let placement: BuiltPlacement;
let actor: PersonActor;
let coach: PersonActor;
let stranger: PersonActor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  app = openDatabase(testDatabase.appUrl, 2);
  await buildReferenceData(owner);
  const office = await buildOffice(owner);
  coach = await buildProviderActor(owner, 'coach', { provider: office.provider });
  const participant = await buildParticipant(owner);
  placement = await buildPlacement(owner, { office, participant, coachPersonId: coach.personId });
  actor = await buildParticipantActor(owner, participant);
  stranger = await buildParticipantActor(owner, await buildParticipant(owner));
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await testDatabase.drop();
});

const asking = (who: PersonActor) => ({ database: app, actor: who, now });

async function report(
  month: string,
  status: 'submitted' | 'approved' | 'superseded' | 'withdrawn',
): Promise<string> {
  const id = newId();
  const submittedOn = toUtcDate(plainDate('2026-05-04'));
  await owner.report.create({
    data: {
      id,
      placementId: placement.id,
      participantId: placement.participant.id,
      providerId: placement.office.provider.id,
      officeId: placement.office.id,
      month: toUtcDate(plainDate(`${month}-01`)),
      number: status === 'superseded' ? 1 : 2,
      status,
      submittedOn,
      submittedAt: submittedOn,
      source: 'form',
      contentHash: id,
      decideBy: submittedOn,
      amountOre: 123_400n,
      risk: 500,
      languageSupport: 'ar',
      jobSuggestions: 2,
      rows: {
        create: [
          { activity: 'ownWork', minutes: 600 },
          { activity: 'individualMeeting', form: 'onSite', minutes: 90 },
        ],
      },
      findings: { create: [{ code: 'LATE', severity: 'flag', facts: {} }] },
    },
  });
  return id;
}

describe('the first page', () => {
  test('says who helps, with the coach’s name, and what there is to choose', async () => {
    const home = await ask(showHome, {}, asking(actor));
    expect(home).toMatchObject({
      value: {
        today: '2026-05-12',
        planDays: 5,
        situation: {
          toChoose: null,
          pendingSwitch: null,
          placements: [
            {
              id: placement.id,
              provider: placement.office.provider.name,
              coach: `${coach.givenName} ${coach.familyName}`,
              from: '2026-01-02',
              hasPlan: false,
              assignedChoiceId: null,
            },
          ],
        },
      },
    });
    const decision = await buildUnplacedDecision(owner, { chooseBy: '2026-05-19' });
    const waiting = await buildParticipantActor(owner, decision.participant);
    expect(await ask(showHome, {}, asking(waiting))).toMatchObject({
      value: {
        situation: {
          toChoose: { decisionId: decision.id, chooseBy: '2026-05-19', nobody: false },
          placements: [],
        },
      },
    });
    await owner.whiteSpot.create({
      data: { decisionId: decision.id, kind: 'nobody', foundOn: new Date('2026-05-12') },
    });
    const still = await ask(showHome, {}, asking(waiting));
    expect(still).toMatchObject({ value: { situation: { toChoose: { nobody: true } } } });
  });

  test('is the participant’s own alone', async () => {
    expect(await ask(showHome, {}, asking(coach))).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('what has been reported about me', () => {
  test('is every report that was sent, newest first, without those taken back; never money, findings or risk', async () => {
    const approved = await report('2026-03', 'approved');
    const replaced = await report('2026-04', 'superseded');
    const current = await report('2026-04', 'submitted');
    const takenBack = await report('2026-02', 'withdrawn');
    const list = await ask(listOwnReports, { page: 1 }, asking(actor));
    expect(list.ok && list.value.reports.map(({ id }) => id)).toEqual([current, replaced, approved]);
    expect(list.ok && [list.value.total, list.value.reports[0]]).toMatchObject([
      3,
      { month: '2026-04', minutes: 690, tookPart: true },
    ]);
    const one = await ask(showOwnReport, { reportId: current }, asking(actor));
    expect(one).toMatchObject({
      value: {
        month: '2026-04',
        status: 'submitted',
        languageSupport: 'ar',
        jobSuggestions: 2,
        rows: [
          { activity: 'individualMeeting', form: 'onSite', minutes: 90 },
          { activity: 'ownWork', form: null, minutes: 600 },
        ],
      },
    });
    expect(JSON.stringify([list, one])).not.toMatch(/amount|ore|risk|finding|123400|LATE/i);
    expect(await ask(showOwnReport, { reportId: takenBack }, asking(actor))).toMatchObject({ ok: false });
  });

  test('is nobody else’s, and each reading is in the log', async () => {
    const id = await report('2026-01', 'approved');
    expect(await ask(showOwnReport, { reportId: id }, asking(stranger))).toMatchObject({ ok: false });
    expect(await ask(showOwnReport, { reportId: 'no-id' }, asking(actor))).toMatchObject({ ok: false });
    expect(await ask(listOwnReports, { page: 1 }, asking(stranger))).toMatchObject({
      value: { reports: [], total: 0 },
    });
    await ask(showOwnReport, { reportId: id }, asking(actor));
    const log = await owner.auditEntry.findMany({ where: { subjectId: id } });
    expect(log).toMatchObject([{ action: 'report.showOwn', outcome: 'read', personId: actor.personId }]);
  });
});

test('my plan is every version of the placement that goes on, the newest first, or none', async () => {
  expect(await ask(showOwnPlan, {}, asking(actor))).toMatchObject({ value: { plan: null } });
  await buildPlan(owner, { placement, activities: ['ownWork'] });
  await buildPlan(owner, { placement, number: 2, activities: ['languageSkills', 'individualMeeting'] });
  expect(await ask(showOwnPlan, {}, asking(actor))).toMatchObject({
    value: {
      plan: {
        provider: placement.office.provider.name,
        to: '2026-07-01',
        versions: [
          {
            number: 2,
            goal: 'Arbete inom lager',
            aim: null,
            meeting: null,
            activities: [{ activity: 'individualMeeting' }, { activity: 'languageSkills' }],
            parties: [],
          },
          { number: 1, activities: [{ activity: 'ownWork', minutesPerWeek: null }] },
        ],
        comments: [],
      },
    },
  });
});

test('nobody else’s plan is mine', async () => {
  expect(await ask(showOwnPlan, {}, asking(stranger))).toMatchObject({ value: { plan: null } });
});

test('there is a number to call where the installation has one', async () => {
  expect(await findSupportPhone(app)).toBe(null);
  await owner.portalSetting.create({ data: { key: 'supportPhone', value: '08-465 004 10' } });
  expect(await findSupportPhone(app)).toBe('08-465 004 10');
});
