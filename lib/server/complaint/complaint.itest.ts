import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { answerComplaint } from '#lib/server/complaint/answer-complaint.ts';
import { listComplaints } from '#lib/server/complaint/list-complaints.ts';
import { writeComplaint } from '#lib/server/complaint/write-complaint.ts';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
let actors: Named;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;
const now = new Date('2026-04-20T08:00:00Z');
const WORDS = 'Ingen svarar i telefon, inte på två veckor.';

beforeAll(async () => {
  world = await buildWorld();
  placement = await buildPlacement(world.owner, { office: world.office });
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  actors = [
    ...(await everyRole(world)),
    ['participant', await buildParticipantActor(world.owner, placement.participant)],
  ];
});
afterAll(() => world.close());

const typed = (change: object = {}) => ({
  providerId: world.office.provider.id,
  officeId: world.office.id,
  reference: '',
  from: 'participant',
  category: 'availability',
  receivedOn: '2026-04-17',
  words: WORDS,
  ...change,
});
const write = (change: object = {}, actor: Actor = reviewer, key = newId()) =>
  world.run(writeComplaint, typed(change), { actor, now, key });
const list = async (show: 'all' | 'open' = 'all', actor: Actor = reviewer) =>
  await world.read(listComplaints, { providerId: world.office.provider.id, show, page: 1 }, { actor, now });
async function written(change: object = {}): Promise<string> {
  const result = await write(change);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.complaintId;
}
const referenceOf = async () =>
  (await world.owner.servicePeriod.findFirstOrThrow({ where: { placementId: placement.id } }))
    .implementationReference;

describe('a complaint', () => {
  it('is written down, waits, and is handled with an answer, once', async () => {
    const complaintId = await written({ reference: await referenceOf() });
    const open = await list('open');
    expect(open.ok && open.value.complaints[0]).toMatchObject({
      id: complaintId,
      category: 'availability',
      words: WORDS,
      participantId: placement.participant.id,
      answered: null,
    });
    const answer = 'Leverantören har nu telefontid varje dag.';
    expect((await world.run(answerComplaint, { complaintId, answer }, { actor: reviewer, now })).ok).toBe(
      true,
    );
    const again = await world.run(answerComplaint, { complaintId, answer }, { actor: reviewer, now });
    expect(again).toMatchObject({ error: { problem: { code: 'alreadyAnswered' } } });
    const after = await list();
    expect(after.ok && after.value).toMatchObject({
      open: 0,
      complaints: [{ answered: { words: answer, answeredOn: '2026-04-20' } }],
    });
  });

  it('is answered once by two at the same time', async () => {
    const complaintId = await written();
    const both = await Promise.all(
      ['Vi har talat med leverantören.', 'Vi har ringt leverantören.'].map(
        async (answer) => await world.run(answerComplaint, { complaintId, answer }, { actor: reviewer, now }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('names what is wrong at its field', async () => {
    const elsewhere = { officeId: world.elsewhere.id, reference: '123456789', from: '' };
    expect(await write(elsewhere)).toMatchObject({
      error: {
        problem: { errors: [{ pointer: '/from' }, { pointer: '/officeId' }, { pointer: '/reference' }] },
      },
    });
  });

  it('is written down by reviewers and caseworkers alone, and never shown to the provider or the participant', async () => {
    for (const [name, actor] of actors) {
      const mayWrite = ['reviewer', 'assess', 'decide'].includes(name);
      expect([name, (await write({}, actor)).ok]).toEqual([name, mayWrite]);
      expect([name, (await list('all', actor)).ok]).toEqual([name, mayWrite || name === 'auditor']);
    }
  });

  it('comes in once when it is sent twice', async () => {
    const key = newId();
    const words = `Två gånger ${key}`;
    await Promise.all([write({ words }, reviewer, key), write({ words }, reviewer, key)]);
    expect(await world.owner.complaint.count({ where: { words } })).toBe(1);
  });
});

describe('in raw SQL', () => {
  const insert = (by = 'app.person_id()', office = world.office.id) =>
    `INSERT INTO complaint (id, provider_id, office_id, from_kind, category, received_on, words, written_by_person_id, written_at)
      VALUES ('${newId()}', '${world.office.provider.id}', '${office}', 'public', 'other', '2026-04-01', '${WORDS}', ${by}, now())`;

  it('comes from those who receive it, in the own name, about what is the provider’s', async () => {
    expect(await doersOf(world, actors, [insert()])).toEqual(['reviewer', 'assess', 'decide']);
    expect(await doersOf(world, actors, [insert(`'${newId()}'`)])).toEqual([]);
    expect(await doersOf(world, actors, [insert('app.person_id()', world.elsewhere.id)])).toEqual([]);
  });

  it('is read by those who follow up and changed by nobody', async () => {
    const id = await written();
    expect(await doersOf(world, actors, [`SELECT 1 FROM complaint WHERE id = '${id}'`])).toEqual([
      'reviewer',
      'auditor',
      'assess',
      'decide',
    ]);
    expect(
      await doersOf(world, actors, [`UPDATE complaint SET words = words || '!' WHERE id = '${id}'`]),
    ).toEqual([]);
    expect(await doersOf(world, actors, [`DELETE FROM complaint WHERE id = '${id}'`])).toEqual([]);
    const answer = (by: string) =>
      `INSERT INTO complaint_answer (complaint_id, answer, answered_by_person_id, answered_at) VALUES ('${id}', '${WORDS}', ${by}, now())`;
    expect(await doersOf(world, actors, [answer('app.person_id()')])).toEqual([
      'reviewer',
      'assess',
      'decide',
    ]);
    expect(await doersOf(world, actors, [answer(`'${newId()}'`)])).toEqual([]);
  });

  it('one about somebody with a protected identity is hidden from all but those named for them', async () => {
    const hidden = await buildPlacement(world.owner, { office: world.office });
    const id = newId();
    await world.owner.complaint.create({
      data: {
        id,
        providerId: world.office.provider.id,
        placementId: hidden.id,
        fromKind: 'participant',
        category: 'treatment',
        receivedOn: new Date('2026-04-01'),
        words: WORDS,
        writtenByPersonId: reviewer.personId,
        writtenAt: now,
      },
    });
    await world.owner.person.update({
      where: { id: hidden.participant.person.id },
      data: { protected: true },
    });
    expect(await doersOf(world, actors, [`SELECT 1 FROM complaint WHERE id = '${id}'`])).toEqual([]);
    const seen = await list();
    expect(seen.ok && seen.value.complaints.some((complaint) => complaint.id === id)).toBe(false);
  });
});
