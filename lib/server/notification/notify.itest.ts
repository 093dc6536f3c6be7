import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, AuthorityActor, ParticipantActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type {
  Audience,
  NotificationAbout,
  NotificationEvent,
} from '#lib/domain/notification/notification.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// Who is told of what, and what the application's own role can do to notifications, whatever statement is sent in its name.
const now = new Date('2026-02-03T09:00:00Z');
let world: World;
let coach: ProviderActor;
let elsewhere: ProviderActor;
let caseworker: AuthorityActor;
let participant: ParticipantActor;
let placement: BuiltPlacement;
let about: NotificationAbout;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach', world.office, [world.office]);
  elsewhere = await world.staff('signatory', world.elsewhere);
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.$executeRaw`DELETE FROM notification`;
  const built = await buildParticipant(world.owner);
  participant = await buildParticipantActor(world.owner, built);
  placement = await buildPlacement(world.owner, {
    office: world.office,
    participant: built,
    coachPersonId: coach.personId,
  });
  about = {
    placementId: placement.id,
    subject: { type: 'document', id: newId() },
    path: `/provider/participants/${placement.id}`,
  };
});

async function tell(
  actor: Actor,
  to: Audience,
  given: Partial<NotificationAbout> = {},
  event: NotificationEvent = 'documentApproved',
): Promise<readonly string[]> {
  await inTransaction(world.app, actor, (tx) =>
    notify(tx, { event, to, about: { ...about, ...given }, now }),
  );
  return await told();
}
const told = async () =>
  (
    await world.owner.$queryRaw<{ id: string }[]>`SELECT person_id::text AS id FROM notification ORDER BY 1`
  ).map(({ id }) => id);
const people = (...actors: readonly { readonly personId: string }[]) =>
  actors.map(({ personId }) => personId).toSorted();
const seenBy = (actor: Actor) =>
  inTransaction(world.app, actor, (tx) => tx.notification.findMany({ select: { id: true } }));

describe('an audience is', () => {
  test('the coach, or the intake of the office where there is none yet', async () => {
    const [intake, other] = [
      await world.staff('intake', world.office, [world.office]),
      await world.staff('intake', world.office, [world.otherOffice]),
    ];
    expect(await tell(caseworker, { kind: 'coach' })).toEqual(people(coach));
    const { id } = await buildPlacement(world.owner, { office: world.office });
    expect(await tell(caseworker, { kind: 'coach' }, { placementId: id })).toEqual(people(coach, intake));
    expect(await told()).not.toContain(other.personId);
  });

  test('who handed in and the coach, each once, and the participant', async () => {
    const reporter = await world.staff('reporter');
    expect(await tell(caseworker, { kind: 'submitterAndCoach', submitterId: reporter.personId })).toEqual(
      people(coach, reporter),
    );
    const both = { kind: 'submitterAndCoach', submitterId: coach.personId } as const;
    await world.owner.$executeRaw`DELETE FROM notification`;
    expect(await tell(caseworker, both)).toEqual(people(coach));
    expect(await tell(caseworker, { kind: 'participant' }, { path: '/participant' })).toEqual(
      people(coach, participant),
    );
  });

  test('a desk: those whose mandate it needs, told once until they have read it', async () => {
    const decider = await buildAuthorityActor(world.owner, 'caseworker');
    await world.owner
      .$executeRaw`UPDATE membership SET case_mandate = 'decide' WHERE id = ${decider.membershipId}::uuid`;
    const queue = { path: '/admin/cases' };
    expect(await tell(coach, { kind: 'desk', desk: 'assess' }, queue, 'caseArrived')).toEqual(
      people(caseworker, decider),
    );
    expect(await tell(coach, { kind: 'desk', desk: 'assess' }, queue, 'caseArrived')).toHaveLength(2);
    await world.owner.$executeRaw`UPDATE notification SET read_at = now()`;
    expect(await tell(coach, { kind: 'desk', desk: 'decide' }, queue, 'caseArrived')).toHaveLength(3);
    expect(await tell(coach, { kind: 'desk', desk: 'review' }, queue, 'caseArrived')).toHaveLength(3);
  });

  test('never who does it', async () => {
    expect(await tell(coach, { kind: 'coach' })).toEqual([]);
    expect(await tell(coach, { kind: 'persons', personIds: [coach.personId, null] })).toEqual([]);
  });

  test('never somebody of another office, another provider, or whose time is over', async () => {
    const away = await world.staff('reporter', world.office, [world.otherOffice]);
    const left = await world.staff('reporter');
    await world.owner
      .$executeRaw`UPDATE membership SET valid_to = '2026-02-03' WHERE id = ${left.membershipId}::uuid`;
    const personIds = people(away, left, elsewhere, participant);
    expect(await tell(caseworker, { kind: 'persons', personIds })).toEqual([]);
    expect(await tell(caseworker, { kind: 'providerRoles', roles: ['reporter', 'signatory'] })).not.toContain(
      elsewhere.personId,
    );
  });

  test('with protected identity nobody but the person and those who are named', async () => {
    const reporter = await world.staff('reporter');
    await world.owner.person.update({ where: { id: participant.personId }, data: { protected: true } });
    const named = await buildAuthorityActor(world.owner, 'caseworker');
    await world.owner.protectedAccess.create({
      data: { personId: named.personId, participantId: participant.participantId },
    });
    await tell(named, { kind: 'submitterAndCoach', submitterId: reporter.personId });
    expect(await tell(participant, { kind: 'desk', desk: 'assess' }, { path: '/admin' })).toEqual(
      people(named),
    );
    expect(await tell(named, { kind: 'participant' }, { path: '/participant' })).toEqual(
      people(named, participant),
    );
  });
});

describe('nobody tells', () => {
  test.each([
    ['of a placement at another provider', () => elsewhere],
    ['of another office', () => ({ ...coach, officeScope: [world.otherOffice.id] })],
  ])('%s', async (_, who) => {
    await expect(tell(who(), { kind: 'coach' })).rejects.toThrow(/42501|do not see/);
  });

  test('of another provider than their own', async () => {
    const given = { placementId: null, providerId: world.office.provider.id, path: '/provider/statements' };
    const to = { kind: 'providerRoles', roles: ['signatory'] } as const;
    await expect(tell(elsewhere, to, given)).rejects.toThrow(/42501|another provider/);
    const signatory = await world.staff('signatory');
    expect(await tell(caseworker, to, given)).toContain(signatory.personId);
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/login', '/api/x', '/provider\n'])(
    'of a page that is none of the portal’s: %j',
    async (path) => {
      await expect(tell(caseworker, { kind: 'coach' }, { path })).rejects.toThrow(/23514|notification_path/);
    },
  );

  test('by a statement of their own', async () => {
    const sql = `INSERT INTO notification (person_id, organisation, event, event_group, subject_type, subject_id, path, created_at)
      VALUES ('${coach.personId}', 'self', 'x', 'plan', 'document', '${newId()}', '/provider', now())`;
    await expect(inTransaction(world.app, caseworker, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('what somebody is told', () => {
  test('they alone see and mark, where they work in this session, as long as they see what it is about', async () => {
    await tell(caseworker, { kind: 'coach' });
    expect(await seenBy(coach)).toHaveLength(1);
    const mark = (actor: Actor) =>
      inTransaction(
        world.app,
        actor,
        (tx) => tx.$executeRaw`UPDATE notification SET read_at = now() WHERE read_at IS NULL`,
      );
    const mover: ProviderActor = { ...coach, officeScope: [world.otherOffice.id] };
    const abroad: ProviderActor = { ...coach, providerId: world.elsewhere.provider.id, officeScope: 'all' };
    const authority: AuthorityActor = { ...caseworker, personId: coach.personId };
    for (const actor of [caseworker, elsewhere, participant, mover, abroad, authority]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect([await seenBy(actor), await mark(actor)]).toEqual([[], 0]);
    }
    expect(await mark(coach)).toBe(1);
  });

  test.each([
    `UPDATE notification SET path = '/admin'`,
    `UPDATE notification SET mail = 'none'`,
    `DELETE FROM notification`,
    `TRUNCATE notification`,
  ])('they cannot change otherwise: %s', async (sql) => {
    await tell(caseworker, { kind: 'coach' });
    await expect(inTransaction(world.app, coach, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
      /permission denied/,
    );
  });

  test('stays read', async () => {
    await tell(caseworker, { kind: 'coach' });
    const set = (at: string) =>
      inTransaction(world.app, coach, (tx) =>
        tx.$executeRawUnsafe(`UPDATE notification SET read_at = ${at}`),
      );
    await set('now()');
    await expect(set('NULL')).rejects.toThrow(/23001|stays read/);
  });

  test('of one thing once until it is read', async () => {
    await tell(caseworker, { kind: 'coach' });
    expect(await tell(caseworker, { kind: 'coach' })).toHaveLength(1);
    await world.owner.$executeRaw`UPDATE notification SET read_at = now()`;
    expect(await tell(caseworker, { kind: 'coach' })).toHaveLength(2);
  });
});
