import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor, AuthorityActor, ParticipantActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type {
  Audience,
  NotificationAbout,
  NotificationEvent,
} from '#lib/domain/notification/notification.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { thin } from '#lib/server/retention/thin.ts';
import { chooseNotifications } from '#lib/server/notification/choose-notifications.ts';
import { mailNotifications } from '#lib/server/notification/mail-notifications.ts';
import { notificationChoice } from '#lib/server/notification/notification-choice.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { ownNotifications } from '#lib/server/notification/own-notifications.ts';
import { readAllNotifications } from '#lib/server/notification/read-all-notifications.ts';
import { readNotification } from '#lib/server/notification/read-notification.ts';
import { unreadCount } from '#lib/server/notification/unread-count.ts';
import { chooseLanguage } from '#lib/server/person/choose-language.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// A Tuesday, ten in the morning.
const now = new Date('2026-02-03T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let world: World;
let worker: Database;
let coach: ProviderActor;
let caseworker: AuthorityActor;
let participant: ParticipantActor;
let placement: BuiltPlacement;

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 4);
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});
beforeEach(async () => {
  await world.owner.$executeRaw`DELETE FROM notification`;
  await world.owner.$executeRaw`DELETE FROM pgboss.job`;
  coach = await world.staff('coach', world.office, [world.office]);
  await world.owner.person.update({
    where: { id: coach.personId },
    data: { email: 'handledare@notis.example' },
  });
  const built = await buildParticipant(world.owner, { givenName: 'Sigrid', familyName: 'Ek' });
  participant = await buildParticipantActor(world.owner, built);
  await world.owner.person.update({
    where: { id: participant.personId },
    data: { email: 'sigrid@notis.example', locale: 'en' },
  });
  placement = await buildPlacement(world.owner, {
    office: world.office,
    participant: built,
    coachPersonId: coach.personId,
  });
});

async function tell(
  event: NotificationEvent,
  given: { readonly to?: Audience; readonly at?: Date; readonly about?: Partial<NotificationAbout> } = {},
): Promise<void> {
  const about = {
    placementId: placement.id,
    subject: { type: 'document', id: newId() },
    path: `/provider/participants/${placement.id}`,
  };
  await inTransaction(world.app, caseworker, (tx) =>
    notify(tx, {
      event,
      to: given.to ?? { kind: 'coach' },
      about: { ...about, ...given.about },
      now: given.at ?? now,
    }),
  );
}
async function list(actor: Actor = coach, show: 'unread' | 'all' = 'unread') {
  const result = await world.read(ownNotifications, { show, page: 1 }, { actor, now: later(1) });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
async function count(actor: Actor = coach) {
  const result = await world.read(unreadCount, {}, { actor, now });
  return result.ok ? result.value : null;
}
const mailAt = (at: Date) =>
  mailNotifications({ database: worker, now: at, portalUrl: 'http://portal.example:3000/x' });
const mails = () =>
  world.owner.$queryRaw<{ to: string; subject: string; text: string }[]>`
    SELECT data ->> 'to' AS "to", data ->> 'subject' AS subject, data ->> 'text' AS text FROM pgboss.job WHERE name = 'mail.send' ORDER BY 1`;

test('a list shows the newest first, whom it is about, and what is read only where that is asked for', async () => {
  await tell('planCommented');
  await tell('documentApproved', { at: later(0.5), about: { document: 'finalReport' } });
  const { notifications, unread, all } = await list();
  expect(notifications).toMatchObject([
    {
      event: 'documentApproved',
      document: 'finalReport',
      name: 'Sigrid Ek',
      isRead: false,
      happenedAt: '2026-02-03T09:00:30.000Z',
    },
    { event: 'planCommented', document: null, name: 'Sigrid Ek' },
  ]);
  expect([unread, all, await count()]).toEqual([2, 2, 2]);
  const notificationId = notifications[0]?.id;
  const read = await world.run(readNotification, { notificationId }, { actor: coach, now });
  expect(read).toMatchObject({ value: { path: `/provider/participants/${placement.id}` } });
  expect(await world.run(readNotification, { notificationId }, { actor: coach, now })).toMatchObject({
    ok: true,
  });
  expect((await list()).notifications).toHaveLength(1);
  expect((await list(coach, 'all')).notifications).toHaveLength(2);
  expect(await count()).toBe(1);
});

test('a participant reads their own without their name, and nobody else’s', async () => {
  await tell('planCommentAnswered', { to: { kind: 'participant' }, about: { path: '/participant/plan' } });
  await tell('planCommented');
  const { notifications } = await list(participant);
  expect(notifications).toMatchObject([{ event: 'planCommentAnswered', name: null, participantId: null }]);
  const foreign = (await list()).notifications[0]?.id;
  expect(
    await world.run(readNotification, { notificationId: foreign }, { actor: participant, now }),
  ).toMatchObject({
    error: { problem: { status: 404 } },
  });
  expect(await count()).toBe(1);
});

test('all are marked as read but what has come since the list was shown', async () => {
  await tell('planCommented');
  const { readAt } = await list();
  await tell('documentReturned', { at: later(2) });
  const marked = await world.run(readAllNotifications, { before: readAt }, { actor: coach, now: later(3) });
  expect(marked).toMatchObject({ value: { marked: 1 } });
  expect((await list()).notifications).toMatchObject([{ event: 'documentReturned' }]);
});

test('what happens within minutes comes in one mail, without a name, in the person’s language', async () => {
  await tell('planCommented');
  await tell('documentReturned', { at: later(3), about: { document: 'deviationReport' } });
  await tell('coachAssigned', { at: later(3), to: { kind: 'participant' }, about: { path: '/participant' } });
  expect(await mailAt(later(4))).toBe(0);
  expect(await mailAt(later(5))).toBe(1);
  expect(await mailAt(later(8))).toBe(1);
  const [first, second] = await mails();
  expect(first).toMatchObject({
    to: 'handledare@notis.example',
    subject: 'Det har hänt något i ett ärende som du väntar på',
  });
  expect(first?.text).toContain(
    '– En deltagare har kommenterat sin planering\n– En avvikelserapport behöver kompletteras\n',
  );
  expect(second).toMatchObject({
    to: 'sigrid@notis.example',
    subject: 'Something has happened in your case',
  });
  for (const mail of [first, second]) {
    expect(mail?.text).toContain('http://portal.example:3000/notifications');
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Sigrid|Ek\b|coach|[0-9a-f]{8}-/);
  }
});

test('who never chose a language is written to in the one they speak; Swedish that was chosen stays', async () => {
  const { personId } = participant;
  await world.owner.participant.update({ where: { personId }, data: { language: 'ar' } });
  await world.owner.person.update({ where: { id: personId }, data: { locale: 'sv' } });
  const mailed = async (at: number) => {
    await tell('coachAssigned', {
      at: later(at),
      to: { kind: 'participant' },
      about: { path: '/participant' },
    });
    await mailAt(later(at + 5));
    const sent = await mails();
    await world.owner.$executeRaw`DELETE FROM pgboss.job`;
    await world.owner.$executeRaw`DELETE FROM notification`;
    return sent.map(({ text }) => /\p{Script=Arabic}/u.test(text));
  };
  expect(await mailed(0)).toEqual([true]);
  await world.run(chooseLanguage, { locale: 'sv' }, { actor: participant, now });
  expect(await mailed(10)).toEqual([false]);
});

test('nothing is mailed twice: not by a worker that comes again, not by two at once, not by one that was killed in the middle', async () => {
  await tell('planCommented');
  const killed = worker.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE notification SET mail = 'sent'`;
    throw new Error('killed');
  });
  await expect(killed).rejects.toThrow('killed');
  const sent = await Promise.all([mailAt(later(6)), mailAt(later(6)), mailAt(later(6))]);
  expect(sent.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  expect(await mailAt(later(7))).toBe(0);
  expect(await mails()).toHaveLength(1);
});

test('what is read already, chosen away, or of somebody who has left, is never mailed', async () => {
  await tell('planCommented');
  await world.run(readAllNotifications, { before: later(1).toISOString() }, { actor: coach, now });
  await tell('statementProposed', { about: { path: '/provider/statements' } });
  await world.run(
    chooseNotifications,
    { ways: { money: 'portal' }, quietFrom: 20, quietTo: 6, weekends: false },
    { actor: coach, now },
  );
  expect(await mailAt(later(60))).toBe(0);
  await tell('documentReturned');
  await world.owner
    .$executeRaw`UPDATE membership SET valid_to = '2026-02-03' WHERE id = ${coach.membershipId}::uuid`;
  expect(await mailAt(later(60))).toBe(0);
  expect(await world.owner.$queryRaw`SELECT DISTINCT mail FROM notification`).toEqual([{ mail: 'none' }]);
});

test('mail waits for quiet hours to be over, and what is daily for the morning', async () => {
  const evening = new Date('2026-02-03T18:00:00Z');
  await tell('planCommented', { at: evening });
  await tell('caseArrived', { at: evening });
  expect(await mailAt(new Date('2026-02-04T05:59:00Z'))).toBe(0);
  expect(await mailAt(new Date('2026-02-04T06:00:00Z'))).toBe(1);
  expect(await mailAt(new Date('2026-02-04T06:59:00Z'))).toBe(0);
  expect(await mailAt(new Date('2026-02-04T07:00:00Z'))).toBe(1);
});

test('a choice is the person’s own; what is not asked about keeps its way', async () => {
  const choose = (ways: object) =>
    world.run(
      chooseNotifications,
      { ways, quietFrom: 21, quietTo: 6, weekends: false },
      { actor: coach, now },
    );
  await choose({ plan: 'daily', money: 'portal' });
  await choose({ plan: 'portal' });
  const chosen = await world.read(notificationChoice, {}, { actor: coach, now });
  expect(chosen).toMatchObject({
    value: {
      ways: { plan: 'portal', money: 'portal', documents: 'atOnce' },
      quiet: { from: 21, to: 6, weekends: false },
      email: 'handledare@notis.example',
    },
  });
  expect(await world.read(notificationChoice, {}, { actor: participant, now })).toMatchObject({
    value: { ways: { plan: 'atOnce' }, quiet: { from: 19, to: 7, weekends: true } },
  });
  const theirs = (actor: Actor) =>
    inTransaction(world.app, actor, (tx) => tx.$executeRaw`UPDATE notification_choice SET quiet_from = 1`);
  expect([await theirs(participant), await theirs(coach)]).toEqual([0, 1]);
  expect(await choose({ plan: 'never' })).toMatchObject({
    error: { problem: { errors: [{ pointer: '/ways/plan' }] } },
  });
});

test('a notification is kept for half a year', async () => {
  await tell('planCommented', { at: new Date(Date.now() - 181 * 86_400_000) });
  await tell('documentReturned', { at: new Date(Date.now() - 179 * 86_400_000) });
  await thin(worker);
  expect((await list()).notifications).toMatchObject([{ event: 'documentReturned' }]);
});
