import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { reminderMail } from '#lib/domain/calendar/reminder-mail.ts';
import { readFeed } from '#lib/server/calendar/read-feed.ts';
import { listDeadlines } from '#lib/server/calendar/list-deadlines.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let world: World;
let coach: ProviderActor;
let ending: BuiltPlacement;
let ended: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  const { owner, office } = world;
  const own = { office, coachPersonId: coach.personId };
  // From 2 January for 180 days: the last day is 30 June, the basis is due 21 days before it.
  ending = await buildPlacement(owner, own);
  await buildPlacement(owner, own);
  // The last day is Sunday 10 May; Thursday the 14th is Ascension Day: five working days later is Monday the 18th.
  const over = { end: '2026-05-11', endReason: 'completed' } as const;
  ended = await buildPlacement(owner, { ...own, ...over });
  await buildPlacement(owner, { office, ...over });
  const participant = await buildParticipant(owner, { protected: true });
  await buildPlacement(owner, { ...own, ...over, participant });
  await owner.protectedAccess.create({ data: { personId: coach.personId, participantId: participant.id } });
});
afterAll(() => world.close());

const days = async (day: string, actor = coach) =>
  (await inTransaction(world.app, actor, (tx) => listDeadlines(tx, actor, plainDate(day)))).filter(
    ({ kind }) => kind === 'extension' || kind === 'finalReport',
  );

/** Somebody has sent it, as the owner of the tables writes it. */
async function send({ id: placementId }: BuiltPlacement, kind: DocumentKind): Promise<void> {
  const id = newId();
  const at = new Date('2026-05-13T08:00:00Z');
  const hand = { submittedAt: at, submittedOn: at, submittedByPersonId: coach.personId };
  const said = {
    status: 'submitted',
    desk: kind === 'finalReport' ? 'review' : 'assess',
    content: {},
    contentHash: 'a',
  };
  await world.owner.$transaction([
    world.owner.document.create({ data: { id, threadId: id, kind, placementId, ...said, ...hand } }),
    world.owner.documentEvent.create({ data: { id: newId(), documentId: id, act: 'submitted', at } }),
  ]);
}

test('the basis for an extension and the final report have their last days, as counts, until they are sent', async () => {
  expect(await days('2026-05-09')).toEqual([]);
  expect(await days('2026-05-12')).toEqual([
    { kind: 'extension', dueOn: '2026-06-09', count: 2 },
    { kind: 'finalReport', dueOn: '2026-05-18', count: 1 },
  ]);
  await send(ended, 'finalReport');
  await send(ending, 'extension');
  expect(await days('2026-05-12')).toEqual([{ kind: 'extension', dueOn: '2026-06-09', count: 1 }]);
  // A last day that has gone by stays the same day.
  expect(await days('2026-06-15')).toEqual([{ kind: 'extension', dueOn: '2026-06-09', count: 1 }]);
  expect(await days('2026-07-01')).toMatchObject([{ kind: 'finalReport', count: 2 }]);
});

test('coaches are told of their own, and nobody of what they do not send', async () => {
  expect(await days('2026-05-20', await world.staff('coach'))).toEqual([]);
  expect(await days('2026-05-20', await world.staff('intake'))).toEqual([]);
});

test('calendar and mail say how many and when, and nothing of a person', async () => {
  const now = new Date('2026-07-02T08:00:00Z');
  const feed = await readFeed(
    { actor: coach, feedId: newId() },
    { database: world.app, now, portalUrl: 'https://portal.example' },
  );
  const file = feed.ok ? feed.value : '';
  expect(file).toContain('SUMMARY:Skicka slutredovisning för 2 deltagare');
  const deadlines = await days('2026-05-20');
  const given = { today: plainDate('2026-05-20'), providerName: 'Nordlys', url: 'https://portal.example' };
  const { text } = reminderMail(deadlines, given);
  expect(text).toContain('– Senast tisdag 9 juni: Lämna underlag för förlängning för 1 deltagare.');
  for (const { participant, reference } of [ending, ended])
    for (const told of [participant.person.familyName, participant.person.givenName, reference]) {
      expect(file).not.toContain(told);
      expect(text).not.toContain(told);
    }
});
