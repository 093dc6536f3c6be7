import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor, PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import {
  decidePresentation,
  savePresentation,
  submitPresentation,
  withdrawPresentation,
} from '#lib/server/administration/presentation-commands.ts';
import { presentationQueue, showPresentation } from '#lib/server/administration/presentation-queries.ts';
import {
  type AccountsWorld,
  buildAccountsWorld,
  NOW,
} from '#lib/server/administration/testing/accounts-world.ts';
import { loadAreaOffices } from '#lib/server/choice/area-offices.ts';
import { newId } from '#lib/server/ids.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let world: AccountsWorld;
let maryam: AuthorityActor;
let participant: PersonActor;
beforeAll(async () => {
  world = await buildAccountsWorld();
  maryam = await buildAuthorityActor(world.owner, 'agreementAdmin');
  participant = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
});
afterAll(() => world.close());

const CONTENT = {
  goodAt: 'Vi känner arbetsgivare inom lager.',
  support: ['individualMeeting'],
  fields: ['warehouse'],
  languages: ['sv', 'so'],
  accessibility: ['lift'],
  gettingThere: 'Buss 3.',
  firstMeeting: 'En timme.',
};

const newOffice = (): Promise<BuiltOffice> => buildOffice(world.owner, { provider: world.office.provider });
const save = (office: BuiltOffice, version = 0, more: object = {}, actor: PersonActor = world.admin) =>
  world.give(savePresentation, { officeId: office.id, version, ...CONTENT, ...more }, actor);
const decide = (
  presentationId: string,
  version: number,
  decision: string,
  reason = '',
  actor: PersonActor = maryam,
) => world.give(decidePresentation, { presentationId, version, decision, reason }, actor);

async function submitted(office: BuiltOffice, more: object = {}): Promise<string> {
  const saved = await save(office, 0, more);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const { presentationId } = saved.value;
  const sent = await world.give(submitPresentation, { presentationId, version: 1 }, world.admin);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return presentationId;
}

/** What a participant sees of an office. */
async function shown(office: BuiltOffice) {
  const today = plainDate('2026-05-12');
  const offices = await world.raw(participant, (tx) =>
    loadAreaOffices(tx, { deliveryAreaId: TEST_AREA, home: null, today, startOn: today }),
  );
  return offices.find(({ officeId }) => officeId === office.id);
}

describe('a presentation', () => {
  it('shows when it is approved, and the earlier one until then', async () => {
    const office = await newOffice();
    expect(await shown(office)).toMatchObject({ ownWords: '', presentation: null, languages: ['sv', 'en'] });
    const first = await submitted(office);
    expect(await shown(office)).toMatchObject({ presentation: null });
    expect(await world.read(presentationQueue, {}, { actor: maryam, now: NOW })).toMatchObject({
      value: [{ id: first, isFirst: true }],
    });
    expect(await decide(first, 2, 'approved')).toMatchObject({ ok: true });
    expect(await shown(office)).toMatchObject({
      ownWords: CONTENT.goodAt,
      languages: ['sv', 'so'],
      accessibility: ['lift'],
    });
    const second = await submitted(office, { goodAt: 'Nytt.' });
    expect(await shown(office)).toMatchObject({ ownWords: CONTENT.goodAt });
    expect(await decide(second, 2, 'returned', 'Skriv mer.')).toMatchObject({ ok: true });
    expect(await shown(office)).toMatchObject({ ownWords: CONTENT.goodAt });
    const all = await world.read(showPresentation, { officeId: office.id }, { actor: world.admin, now: NOW });
    expect(all).toMatchObject({
      value: {
        versions: [
          { number: 2, status: 'returned', reason: 'Skriv mer.' },
          { number: 1, status: 'approved' },
        ],
      },
    });
  });

  it('is a draft that may lack anything, and goes in only when it is whole', async () => {
    const office = await newOffice();
    const saved = await save(office, 0, { firstMeeting: '', support: [] });
    const presentationId = saved.ok ? saved.value.presentationId : '';
    expect(await world.give(submitPresentation, { presentationId, version: 1 }, world.admin)).toMatchObject({
      error: { problem: { errors: [{ pointer: '/support' }, { pointer: '/firstMeeting' }] } },
    });
    expect(await save(office, 0)).toMatchObject({ error: { problem: { code: 'conflict' } } });
    expect(await save(office, 1)).toMatchObject({ ok: true, value: { presentationId } });
    expect(await save(office, 2, { goodAt: 'x'.repeat(301) })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/goodAt' }] } },
    });
  });

  it('is withdrawn until it is decided, and decided once, with a reason when it comes back', async () => {
    const office = await newOffice();
    const id = await submitted(office);
    expect(await save(office, 0)).toMatchObject({ error: { problem: { code: 'presentationWaits' } } });
    expect(
      await world.give(withdrawPresentation, { presentationId: id, version: 2 }, world.admin),
    ).toMatchObject({ ok: true });
    expect(await decide(id, 3, 'approved')).toMatchObject({ error: { problem: { code: 'conflict' } } });
    const again = await submitted(office);
    expect(await decide(again, 2, 'returned')).toMatchObject({
      error: { problem: { errors: [{ pointer: '/reason' }] } },
    });
    expect(await decide(again, 1, 'approved')).toMatchObject({ error: { problem: { code: 'conflict' } } });
    expect(await decide(again, 2, 'approved')).toMatchObject({ ok: true });
    const told = await world.owner.notification.findMany({
      where: { subjectId: again, organisation: 'provider' },
    });
    expect(told.map(({ event, path }) => [event, path])).toContainEqual([
      'presentationApproved',
      `/provider/administration/presentations/${office.id}`,
    ]);
    expect(await decide(again, 3, 'returned', 'Nej.')).toMatchObject({
      error: { problem: { code: 'conflict' } },
    });
  });

  it('is the administrators’, in their own offices alone', async () => {
    const office = await newOffice();
    const some = await world.staff('providerAdmin', world.office, [world.office]);
    for (const actor of [some, await world.staff('providerAdmin', world.elsewhere)]) {
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      expect(await save(office, 0, {}, actor)).toMatchObject({ error: { problem: { code: 'notFound' } } });
    }
    expect(await save(office, 0, {}, await world.staff('coach'))).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
  });
});

describe('presentations, in SQL alone', () => {
  const insert = (actor: ProviderActor, office: BuiltOffice, status: string) =>
    world.raw(
      actor,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO presentation (id, provider_id, office_id, number, status, content, saved_by_person_id, saved_at)
        VALUES (${newId()}::uuid, ${actor.providerId}::uuid, ${office.id}::uuid, 99, ${status}, '{}', ${actor.personId}::uuid, now())`,
    );
  const set = (actor: PersonActor, id: string, status: string, by: string) =>
    world.raw(
      actor,
      (tx) =>
        tx.$executeRaw`UPDATE presentation SET status = ${status}, decided_by_person_id = ${by}::uuid, decided_at = now() WHERE id = ${id}::uuid`,
    );

  it('are approved by no provider, nor in the name of another', async () => {
    const office = await newOffice();
    await expect(insert(world.admin, office, 'submitted')).rejects.toThrow('does not become');
    await expect(insert(world.admin, world.elsewhere, 'draft')).rejects.toThrow('row-level security');
    const id = await submitted(office);
    await expect(set(world.admin, id, 'approved', world.admin.personId)).rejects.toThrow();
    await expect(set(maryam, id, 'approved', world.admin.personId)).rejects.toThrow();
    expect(await set(participant, id, 'approved', maryam.personId)).toBe(0);
    const rewritten = world.raw(
      world.admin,
      (tx) => tx.$executeRaw`UPDATE presentation SET content = '{"goodAt":"x"}' WHERE id = ${id}::uuid`,
    );
    await expect(rewritten).rejects.toThrow('never changes');
  });

  it('are read by others only when they are approved', async () => {
    const office = await newOffice();
    const id = await submitted(office);
    const seenBy = (actor: PersonActor) =>
      world.raw(actor, (tx) => tx.$queryRaw`SELECT id FROM presentation WHERE id = ${id}::uuid`);
    const elsewhere = await world.staff('providerAdmin', world.elsewhere);
    expect([await seenBy(participant), await seenBy(elsewhere)]).toEqual([[], []]);
    await decide(id, 2, 'approved');
    expect(await seenBy(participant)).toHaveLength(1);
  });
});
