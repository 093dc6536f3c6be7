import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { type AccountsWorld, buildAccountsWorld } from '#lib/server/administration/testing/accounts-world.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let world: AccountsWorld;
let signatory: ProviderActor;
let some: ProviderActor;
let coach: ProviderActor;
beforeAll(async () => {
  world = await buildAccountsWorld();
  signatory = await world.staff('signatory');
  some = await world.staff('providerAdmin', world.office, [world.office]);
  coach = await world.staff('coach', world.office, [world.otherOffice]);
});
afterAll(() => world.close());

/** Inserts a role by SQL alone; rejects where the database does. */
const insert = (
  actor: ProviderActor,
  role: string,
  { personId = actor.personId, providerId = world.admin.providerId, all = true, by = actor.personId } = {},
) =>
  world.raw(
    actor,
    (tx) => tx.$executeRaw`
      INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from, given_by_person_id, given_at)
      VALUES (${newId()}::uuid, ${personId}::uuid, 'provider', ${providerId}::uuid, ${role}, ${all}, '2026-05-01', ${by}::uuid, now())`,
  );
const change = (actor: ProviderActor, membershipId: string, to: string | null, all: boolean) =>
  world.raw(
    actor,
    (tx) =>
      tx.$executeRaw`UPDATE membership SET valid_to = ${to}::date, all_offices = ${all} WHERE id = ${membershipId}::uuid`,
  );

describe('roles, in SQL that passes every rule of the application by', () => {
  it.each(['coach', 'intake', 'reporter', 'signatory'] as const)('a %s gives nobody a role', async (role) => {
    const actor = await world.staff(role);
    await expect(insert(actor, 'reporter')).rejects.toThrow('row-level security');
    expect(await change(actor, coach.membershipId, '2026-05-01', false)).toBe(0);
  });

  it('an administrator makes themselves neither signatory nor administrator of more', async () => {
    await expect(insert(world.admin, 'signatory')).rejects.toThrow('nobody makes themselves signatory');
    await expect(insert(some, 'providerAdmin', { all: false })).rejects.toThrow('nobody makes themselves');
    await expect(change(some, some.membershipId, null, true)).rejects.toThrow();
    await expect(
      world.raw(
        some,
        (tx) => tx.$executeRaw`INSERT INTO membership_office (membership_id, office_id)
          VALUES (${some.membershipId}::uuid, ${world.otherOffice.id}::uuid)`,
      ),
    ).rejects.toThrow();
  });

  it('nobody is given a role in the name of another, nor who is no colleague', async () => {
    await expect(insert(world.admin, 'coach', { by: signatory.personId })).rejects.toThrow(
      'row-level security',
    );
    const stranger = await buildParticipant(world.owner);
    await expect(insert(world.admin, 'coach', { personId: stranger.person.id })).rejects.toThrow(
      'row-level security',
    );
  });

  it('another provider’s roles are neither given nor changed', async () => {
    const outsider = await world.staff('providerAdmin', world.elsewhere);
    await expect(insert(outsider, 'coach', { personId: coach.personId })).rejects.toThrow(
      'row-level security',
    );
    expect(await change(outsider, coach.membershipId, '2026-05-01', false)).toBe(0);
    await expect(insert(world.admin, 'coach', { providerId: outsider.providerId })).rejects.toThrow(
      'row-level security',
    );
  });

  it('an administrator of some offices reaches no other office', async () => {
    expect(await change(some, coach.membershipId, '2026-05-01', false)).toBe(0);
    expect(await change(some, signatory.membershipId, '2026-05-01', true)).toBe(0);
    await expect(insert(some, 'coach', { personId: coach.personId })).rejects.toThrow('row-level security');
    const taken = world.raw(
      some,
      (tx) => tx.$executeRaw`DELETE FROM membership_office WHERE membership_id = ${coach.membershipId}::uuid`,
    );
    expect(await taken).toBe(0);
  });

  it('an office of another provider is nobody’s scope', async () => {
    await expect(
      world.raw(
        world.admin,
        (tx) => tx.$executeRaw`INSERT INTO membership_office (membership_id, office_id)
          VALUES (${coach.membershipId}::uuid, ${world.elsewhere.id}::uuid)`,
      ),
    ).rejects.toThrow('row-level security');
  });

  it('the last administrator stays, also where two are ended in one statement', async () => {
    await expect(change(world.admin, world.admin.membershipId, '2026-05-12', true)).rejects.toThrow(
      'somebody who administers',
    );
    await expect(change(world.admin, world.admin.membershipId, null, false)).rejects.toThrow(
      'somebody who administers',
    );
    await world.staff('providerAdmin');
    const both = world.raw(
      world.admin,
      (tx) =>
        tx.$executeRaw`UPDATE membership SET valid_to = '2026-05-12' WHERE role = 'providerAdmin' AND provider_id = app.provider_id()`,
    );
    await expect(both).rejects.toThrow('somebody who administers');
  });

  it('what a role is and whose, no statement changes', async () => {
    for (const column of [
      'role',
      'person_id',
      'provider_id',
      'organisation',
      'valid_from',
      'given_by_person_id',
    ]) {
      const rewritten = world.raw(world.admin, (tx) =>
        tx.$executeRawUnsafe(
          `UPDATE membership SET ${column} = ${column} WHERE id = '${coach.membershipId}'`,
        ),
      );
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      await expect(rewritten).rejects.toThrow('permission denied');
    }
  });

  it('the authority gives no roles, but where a request to attest was just approved by the same hand', async () => {
    const maryam = await buildAuthorityActor(world.owner, 'agreementAdmin');
    const give = world.raw(
      maryam,
      (tx) => tx.$executeRaw`
        INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from, given_by_person_id, given_at)
        VALUES (${newId()}::uuid, ${coach.personId}::uuid, 'provider', ${world.admin.providerId}::uuid, 'signatory', true, '2026-05-01', ${maryam.personId}::uuid, now())`,
    );
    await expect(give).rejects.toThrow('row-level security');
  });
});

describe('invitations, in SQL alone', () => {
  const invite = (actor: ProviderActor, offices: readonly string[], byAuthority = false) =>
    world.raw(
      actor,
      (tx) => tx.$executeRaw`
        INSERT INTO invitation (id, provider_id, name, email, roles, all_offices, office_ids, valid_from, token_hash, expires_at, sent_at,
          by_authority, created_by_person_id, created_at)
        VALUES (${newId()}::uuid, ${world.admin.providerId}::uuid, 'Nora Ek', 'nora@x.example', '{providerAdmin}', ${offices.length === 0},
          ${offices}::uuid[], '2026-05-01', decode(md5(random()::text), 'hex'), now(), now(), ${byAuthority}, ${actor.personId}::uuid, now())`,
    );

  it('are the administrators’, in their own offices, and their links nobody’s to read', async () => {
    expect(await invite(world.admin, [])).toBe(1);
    expect(await invite(some, [world.office.id])).toBe(1);
    await expect(invite(some, [])).rejects.toThrow('row-level security');
    await expect(invite(some, [world.otherOffice.id])).rejects.toThrow('row-level security');
    await expect(invite(world.admin, [world.elsewhere.id])).rejects.toThrow('row-level security');
    await expect(invite(world.admin, [], true)).rejects.toThrow('row-level security');
    await expect(invite(coach, [world.otherOffice.id])).rejects.toThrow('row-level security');
    await expect(
      world.raw(world.admin, (tx) => tx.$queryRaw`SELECT token_hash FROM invitation`),
    ).rejects.toThrow('permission denied');
    expect(await world.raw(coach, (tx) => tx.$queryRaw`SELECT id FROM invitation`)).toEqual([]);
  });

  it('are taken by nobody’s statement', async () => {
    const taken = world.raw(
      world.admin,
      (tx) =>
        tx.$executeRaw`UPDATE invitation SET accepted_at = now(), accepted_by_person_id = ${world.admin.personId}::uuid`,
    );
    await expect(taken).rejects.toThrow('permission denied');
  });
});
