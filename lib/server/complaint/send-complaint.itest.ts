import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, AuthorityActor, PersonActor } from '#lib/domain/actor/actor.ts';
import { answerComplaint } from '#lib/server/complaint/answer-complaint.ts';
import { listComplaints } from '#lib/server/complaint/list-complaints.ts';
import { sendComplaint } from '#lib/server/complaint/send-complaint.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { showRights } from '#lib/server/participant/show-rights.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-04-20T08:00:00Z');
const WORDS = 'Ingen svarar i telefon, inte på två veckor.';
let world: World;
let reviewer: AuthorityActor;
let stranger: PersonActor;

beforeAll(async () => {
  world = await buildWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
}, 60_000);
afterAll(() => world.close());

type Someone = { readonly placement: BuiltPlacement; readonly actor: PersonActor };

async function someone(): Promise<Someone> {
  const participant = await buildParticipant(world.owner);
  const placement = await buildPlacement(world.owner, { office: world.office, participant });
  return { placement, actor: await buildParticipantActor(world.owner, participant) };
}

const typed = ({ placement }: Someone, change: object = {}) => ({
  placementId: placement.id,
  category: 'availability',
  words: WORDS,
  mayName: false,
  ...change,
});
const send = (own: Someone, change: object = {}, actor: Actor = own.actor, key = newId()) =>
  world.run(sendComplaint, typed(own, change), { actor, now, key });

async function rights({ actor }: Pick<Someone, 'actor'>) {
  const own = await world.read(showRights, {}, { actor, now });
  if (!own.ok) throw new Error(own.error.code);
  return own.value;
}

describe('a participant’s complaint', () => {
  test('comes in with a number; reviewers are told, and the participant reads the answer', async () => {
    const own = await someone();
    const sent = await send(own);
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    const { complaintId, number } = sent.value;
    expect((await rights(own)).complaints).toEqual([
      {
        id: complaintId,
        number,
        provider: world.office.provider.name,
        category: 'availability',
        words: WORDS,
        sentOn: '2026-04-20',
        mayName: false,
        answered: null,
      },
    ]);
    const told = (event: string, personId: string) =>
      world.owner.notification.count({ where: { event, personId, subjectId: complaintId } });
    expect(await told('complaintArrived', reviewer.personId)).toBe(1);
    const answer = 'Vi har talat med leverantören. De har nu telefontid.';
    await world.run(answerComplaint, { complaintId, answer }, { actor: reviewer, now });
    expect((await rights(own)).complaints).toMatchObject([
      { answered: { words: answer, answeredOn: '2026-04-20' } },
    ]);
    expect(await told('complaintAnswered', own.actor.personId)).toBe(1);
  });

  test('tells the reviewer whether the provider may know who it was; its people see nothing', async () => {
    const own = await someone();
    await send(own, { mayName: true, words: `${WORDS} Ja.` });
    const asked = { providerId: world.office.provider.id, show: 'all' as const, page: 1 };
    const list = await world.read(listComplaints, asked, { actor: reviewer, now });
    expect(list.ok && list.value.complaints.find(({ words }) => words.endsWith('Ja.'))).toMatchObject({
      mayName: true,
      participantId: own.placement.participant.id,
    });
    const coach = await world.staff('coach');
    expect(await world.read(listComplaints, asked, { actor: coach, now })).toMatchObject({ ok: false });
  });

  test('of a protected identity is told to those who are named, whatever their role; with nobody named it is not taken', async () => {
    const own = await someone();
    const participantId = own.placement.participant.id;
    const personId = own.actor.personId;
    await world.owner.participant.update({ where: { id: participantId }, data: { protected: true } });
    await world.owner.person.update({ where: { id: personId }, data: { protected: true } });
    expect(await send(own)).toMatchObject({ error: { problem: { code: 'complaintUnread' } } });
    const named = await buildAuthorityActor(world.owner, 'caseworker');
    await world.owner.protectedAccess.create({ data: { personId: named.personId, participantId } });
    const sent = await send(own);
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    const told = await world.owner.notification.findMany({
      where: { event: 'complaintArrived', subjectId: sent.value.complaintId },
    });
    expect(told.map((one) => one.personId)).toEqual([named.personId]);
    const asked = { providerId: world.office.provider.id, show: 'all' as const, page: 1 };
    const seen = async (actor: Actor) => {
      const list = await world.read(listComplaints, asked, { actor, now });
      return list.ok && list.value.complaints.some(({ id }) => id === sent.value.complaintId);
    };
    expect(await seen(named)).toBe(true);
    expect(await seen(reviewer)).toBe(false);
  });

  test('sent twice is one; more than five a day are for the phone', async () => {
    const own = await someone();
    const [one, double] = await Promise.all([
      send(own, {}, own.actor, 'the same form'),
      send(own, {}, own.actor, 'the same form'),
    ]);
    expect(double).toEqual(one);
    for (let sent = 1; sent < 5; sent += 1) expect(await send(own)).toMatchObject({ ok: true });
    expect(await send(own)).toMatchObject({ error: { problem: { code: 'tooManyComplaints' } } });
    expect((await rights(own)).complaints).toHaveLength(5);
  });

  test('says at the field what is wrong', async () => {
    const own = await someone();
    expect(await send(own, { category: '', words: 'x'.repeat(4001) })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/words', code: 'too_big' }] } },
    });
    expect(await send(own, { category: '', words: 'Nej' })).toMatchObject({
      error: { problem: { errors: [{ code: 'categoryMissing' }, { code: 'complaintTooShort' }] } },
    });
  });

  test('is about a provider of their own, and nobody else’s to send', async () => {
    const own = await someone();
    expect(await send(own, {}, stranger)).toMatchObject({
      error: { problem: { errors: [{ code: 'placementMissing' }] } },
    });
    for (const actor of [reviewer, await world.staff('coach')])
      expect(await send(own, {}, actor)).toMatchObject({ error: { problem: { status: 403 } } });
  });
});

test('what can be asked of a provider are the figures of the terms in force', async () => {
  const own = await someone();
  const { figures, placement } = await rights(own);
  const terms = await world.owner.termsVersion.findFirstOrThrow({ orderBy: { validFrom: 'desc' } });
  expect(terms.document).toMatchObject({
    planDays: figures.planDays,
    leastSupportMinutesPerWeek: figures.leastSupportMinutesPerWeek,
    switchWorkdays: figures.switchWorkdays,
  });
  expect(placement?.id).toBe(own.placement.id);
});

describe('the database', () => {
  const insert = (
    { placement }: Someone,
    by: string,
    change: { from?: string; on?: string; named?: string } = {},
  ) =>
    `INSERT INTO complaint (id, provider_id, placement_id, from_kind, category, received_on, words, may_name, written_by_person_id, written_at)
      VALUES ('${newId()}', '${world.office.provider.id}', '${placement.id}', '${change.from ?? 'participant'}', 'other', '${change.on ?? '2026-04-20'}',
        '${WORDS}', ${change.named ?? 'false'}, '${by}', '${now.toISOString()}')`;
  const write = (who: Actor, sql: string) => inTransaction(world.app, who, (tx) => tx.$executeRawUnsafe(sql));

  test('takes it from the participant in the own name, as of the day, about their own placement', async () => {
    const own = await someone();
    const { personId } = own.actor;
    expect(await write(own.actor, insert(own, personId))).toBe(1);
    for (const sql of [
      insert(own, stranger.personId),
      insert(own, personId, { from: 'public' }),
      insert(own, personId, { on: '2026-04-19' }),
      insert(own, personId, { named: 'NULL' }),
    ])
      await expect(write(own.actor, sql)).rejects.toThrow('row-level security');
    await expect(write(stranger, insert(own, stranger.personId))).rejects.toThrow('row-level security');
  });

  test('shows the participant their own alone, never what somebody else wrote down', async () => {
    const own = await someone();
    await send(own);
    await write(reviewer, insert(own, reviewer.personId, { named: 'NULL' }));
    const seen = (who: Actor) =>
      inTransaction(world.app, who, (tx) => tx.$queryRawUnsafe<unknown[]>('SELECT id FROM complaint'));
    expect(await seen(own.actor)).toHaveLength(1);
    for (const who of [stranger, await world.staff('coach')]) expect(await seen(who)).toEqual([]);
    await expect(write(own.actor, `UPDATE complaint SET words = 'annat än det var'`)).rejects.toThrow();
  });
});
