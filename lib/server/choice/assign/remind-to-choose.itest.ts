import { afterAll, beforeAll, expect, test } from 'vitest';
import { remindToChoose } from '#lib/server/choice/assign/remind-to-choose.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let testDatabase: TestDatabase;
let owner: Database;
let worker: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = openDatabase(testDatabase.ownerUrl, 2);
  worker = openDatabase(testDatabase.workerUrl, 2);
  await buildReferenceData(owner);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await testDatabase.drop();
});

const on = (day: string) => remindToChoose(worker, new Date(`${day}T07:20:00+02:00`));

// Arrived on Monday 11 May 2026; the 14th is Ascension Day. Two working days: the 13th; four: the 18th; the last: the 19th.
test('who has not chosen is reminded after two and after four working days, once each, until the time has passed', async () => {
  const decision = await buildUnplacedDecision(owner, { arrivedOn: '2026-05-11', chooseBy: '2026-05-19' });
  await buildParticipantActor(owner, decision.participant);
  await buildPlacement(owner, { office: await buildOffice(owner) });
  const sent: number[] = [];
  for (const day of ['12', '13', '13', '15', '18', '18', '19', '20']) sent.push(await on(`2026-05-${day}`));
  expect(sent).toEqual([0, 1, 0, 0, 1, 0, 0, 0]);
  const told = await owner.notification.findMany({ orderBy: { createdAt: 'asc' } });
  expect(told).toMatchObject(
    ['choiceReminder', 'choiceLastReminder'].map((event) => ({
      personId: decision.participant.person.id,
      organisation: 'self',
      event,
      path: '/participant/choose',
      mail: 'waiting',
    })),
  );
});

test('who has nobody to choose is not reminded of it', async () => {
  const decision = await buildUnplacedDecision(owner, { arrivedOn: '2026-06-01', chooseBy: '2026-06-09' });
  await owner.whiteSpot.create({
    data: { decisionId: decision.id, kind: 'nobody', foundOn: new Date('2026-06-02') },
  });
  expect(await on('2026-06-04')).toBe(0);
});
