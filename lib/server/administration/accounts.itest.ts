import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRoles } from '#lib/server/administration/change-roles.ts';
import { endRoles, restoreRoles } from '#lib/server/administration/end-roles.ts';
import { giveRole } from '#lib/server/administration/give-role.ts';
import { listAccounts } from '#lib/server/administration/list-accounts.ts';
import { showChosenRoles } from '#lib/server/administration/show-account.ts';
import {
  type AccountsWorld,
  buildAccountsWorld,
  NOW,
} from '#lib/server/administration/testing/accounts-world.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { accountListInput } from '#lib/schemas/administration.ts';

let world: AccountsWorld;
beforeAll(async () => {
  world = await buildAccountsWorld();
});
afterAll(() => world.close());

const all = { allOffices: true, from: '2026-05-12' };
const at = (actor = world.admin) => ({ actor, now: NOW });
const failed = (code: string) => ({ ok: false, error: { problem: { code } } });
const failedBy = (code: string) => ({ ok: false, error: { problem: { errors: [{ code }] } } });

describe('a role', () => {
  it('is given to a colleague, counts at once, and once', async () => {
    const coach = await world.staff('coach');
    const input = { personIds: [coach.personId], roles: ['coach', 'reporter'], ...all };
    expect(await world.give(giveRole, input, world.admin)).toMatchObject({ ok: true, value: { given: 1 } });
    expect(await world.rolesOf(coach.personId)).toEqual(['coach', 'reporter']);
    expect(await world.give(giveRole, input, world.admin)).toMatchObject(failed('roleHeld'));
    const back = { ...input, roles: ['intake'], from: '2020-01-01' };
    expect(await world.give(giveRole, { ...back, through: '2026-05-11' }, world.admin)).toMatchObject(
      failedBy('pastDay'),
    );
    await world.give(giveRole, back, world.admin);
    expect(
      await world.owner.membership.findFirst({ where: { personId: coach.personId, role: 'intake' } }),
    ).toMatchObject({
      validFrom: new Date('2026-05-12'),
    });
  });

  it('to attest or administer takes the e-ID, and everybody who has such a role is told without a name', async () => {
    const coach = await world.staff('coach');
    const input = { personIds: [coach.personId], roles: ['signatory'], ...all };
    expect(await world.run(giveRole, input, at())).toMatchObject({
      error: { stepUp: { purpose: 'manageAccess' } },
    });
    await world.owner.person.update({
      where: { id: world.admin.personId },
      data: { email: 'admin@x.example' },
    });
    expect(await world.give(giveRole, input, world.admin)).toMatchObject({ ok: true });
    const [mail] = await world.owner.$queryRaw<{ text: string }[]>`
      SELECT data ->> 'text' AS text FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = 'admin@x.example'`;
    expect(mail?.text).toContain('behörig att intyga');
    expect(mail?.text).not.toContain(coach.familyName);
  });

  it('to attest is never one’s own to give, nor to administer more', async () => {
    const own = { personIds: [world.admin.personId], ...all };
    expect(await world.give(giveRole, { ...own, roles: ['signatory'] }, world.admin)).toMatchObject(
      failedBy('ownSignatory'),
    );
    expect(await world.give(giveRole, { ...own, roles: ['coach'] }, world.admin)).toMatchObject({ ok: true });
    const some = await world.staff('providerAdmin', world.office, [world.office]);
    const wider = { memberships: [await world.seen(some)], allOffices: false, officeIds: [world.office.id] };
    await world.owner.membership.update({
      where: { id: some.membershipId },
      data: { validTo: new Date('2026-06-01') },
    });
    expect(await world.give(changeRoles, wider, some)).toMatchObject(failedBy('ownAdministrator'));
  });

  it('is ended at once: sessions in it end, the next request finds nobody', async () => {
    const coach = await world.staff('coach');
    const memberships = [await world.seen(coach)];
    expect(await world.give(endRoles, { memberships, sure: false }, world.admin)).toMatchObject(
      failed('invalidInput'),
    );
    expect(await world.give(endRoles, { memberships, sure: true }, world.admin)).toMatchObject({
      value: { personIds: [coach.personId], sessions: 1 },
    });
    const session = await world.owner.session.findUniqueOrThrow({ where: { id: coach.sessionId } });
    expect(session.endedAt).toEqual(NOW);
    expect(await world.rolesOf(coach.personId)).toEqual([]);
    expect(await world.give(endRoles, { memberships, sure: true }, world.admin)).toMatchObject(
      failed('alreadyEnded'),
    );
  });

  it('that was ended can be taken back the same day, as it was, by whoever may', async () => {
    const coach = await world.staff('coach', world.office, [world.office]);
    await world.give(endRoles, { memberships: [await world.seen(coach)], sure: true }, world.admin);
    const memberships = [await world.seen(coach)];
    const nextDay = { actor: world.admin, now: new Date('2026-05-13T09:00:00Z') };
    expect(await world.run(restoreRoles, { memberships }, nextDay)).toMatchObject(failed('tooLateToRestore'));
    expect(await world.give(restoreRoles, { memberships }, world.admin)).toMatchObject({ ok: true });
    expect(await world.owner.membership.findUnique({ where: { id: coach.membershipId } })).toMatchObject({
      validTo: null,
      endedByPersonId: null,
    });
  });

  it('gets other offices and a last day, from the version that was seen', async () => {
    const coach = await world.staff('coach');
    const memberships = [await world.seen(coach)];
    const input = {
      memberships,
      allOffices: false,
      officeIds: [world.otherOffice.id],
      through: '2026-12-31',
    };
    expect(await world.give(changeRoles, input, world.admin)).toMatchObject({ ok: true });
    expect(
      await world.owner.membership.findUnique({
        where: { id: coach.membershipId },
        include: { offices: true },
      }),
    ).toMatchObject({
      allOffices: false,
      validTo: new Date('2027-01-01'),
      offices: [{ officeId: world.otherOffice.id }],
    });
    expect(await world.give(changeRoles, input, world.admin)).toMatchObject(failed('conflict'));
    const foreign = {
      memberships: [await world.seen(coach)],
      allOffices: false,
      officeIds: [world.elsewhere.id],
    };
    expect(await world.give(changeRoles, foreign, world.admin)).toMatchObject(failedBy('officeUnknown'));
    const past = { memberships: [await world.seen(coach)], allOffices: true, through: '2026-05-11' };
    expect(await world.give(changeRoles, past, world.admin)).toMatchObject(failedBy('pastDay'));
  });
});

describe('several at once', () => {
  it('end together, all or none, and what follows is said before', async () => {
    const [a, b] = [await world.staff('coach'), await world.staff('coach')];
    const placement = await buildPlacement(world.owner, { office: world.office, from: '2026-03-02' });
    await world.owner.placement.update({ where: { id: placement.id }, data: { coachPersonId: a.personId } });
    const chosen = await world.read(
      showChosenRoles,
      { membershipIds: [a.membershipId, b.membershipId] },
      at(),
    );
    expect(chosen).toMatchObject({ value: { consequences: { participants: 1, standingSignatures: 0 } } });
    const stale = [await world.seen(a), { ...(await world.seen(b)), version: 7 }];
    expect(await world.give(endRoles, { memberships: stale, sure: true }, world.admin)).toMatchObject(
      failed('conflict'),
    );
    expect(await world.rolesOf(a.personId)).toEqual(['coach']);
    const memberships = [await world.seen(a), await world.seen(b)];
    expect(await world.give(endRoles, { memberships, sure: true }, world.admin)).toMatchObject({
      value: { sessions: 2 },
    });
  });
});

describe('the last administrator', () => {
  it('is neither ended nor narrowed, alone or with the others; with somebody else there they may go', async () => {
    const own = await world.seen(world.admin);
    const end = (memberships: readonly object[]) =>
      world.give(endRoles, { memberships, sure: true }, world.admin);
    expect(await end([own])).toMatchObject(failed('lastAdministrator'));
    expect(
      await world.give(
        changeRoles,
        { memberships: [own], allOffices: false, officeIds: [world.office.id] },
        world.admin,
      ),
    ).toMatchObject(failed('lastAdministrator'));
    const other = await world.staff('providerAdmin');
    expect(await end([own, await world.seen(other)])).toMatchObject(failed('lastAdministrator'));
    expect(await end([await world.seen(other)])).toMatchObject({ ok: true });
  });

  it('is left by one of two who end each other at the same moment', async () => {
    const other = await world.staff('providerAdmin');
    const [mine, theirs] = [await world.seen(world.admin), await world.seen(other)];
    const results = await Promise.all([
      world.give(endRoles, { memberships: [theirs], sure: true }, world.admin),
      world.give(endRoles, { memberships: [mine], sure: true }, other),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    await world.owner
      .$executeRaw`UPDATE membership SET valid_to = NULL WHERE id IN (${world.admin.membershipId}::uuid, ${other.membershipId}::uuid)`;
    await world.owner
      .$executeRaw`UPDATE membership SET valid_to = '2026-05-12' WHERE id = ${other.membershipId}::uuid`;
  });
});

describe('nobody else', () => {
  it('a coach, another provider’s administrator, and one of other offices change nothing', async () => {
    const coach = await world.staff('coach', world.office, [world.office]);
    const memberships = [await world.seen(coach)];
    const end = { memberships, sure: true };
    expect(await world.give(endRoles, end, await world.staff('signatory'))).toMatchObject(
      failed('forbidden'),
    );
    expect(
      await world.give(endRoles, end, await world.staff('providerAdmin', world.elsewhere)),
    ).toMatchObject(failed('notFound'));
    const some = await world.staff('providerAdmin', world.office, [world.otherOffice]);
    expect(await world.give(endRoles, end, some)).toMatchObject(failedBy('notReached'));
    const wide = { personIds: [coach.personId], roles: ['reporter'], ...all };
    expect(await world.give(giveRole, wide, some)).toMatchObject(failedBy('notReached'));
  });

  it('the list finds by name, role, office and standing', async () => {
    const coach = await world.staff('coach', world.office, [world.otherOffice]);
    const find = (filter: object) => world.read(listAccounts, accountListInput.parse(filter), at());
    const found = await find({ q: coach.familyName, role: 'coach', office: world.otherOffice.id });
    expect(found).toMatchObject({
      value: { total: 1, accounts: [{ personId: coach.personId, lastLoginAt: expect.any(Date) }] },
    });
    expect(await find({ q: coach.familyName, office: world.office.id })).toMatchObject({
      value: { total: 0 },
    });
    await world.give(endRoles, { memberships: [await world.seen(coach)], sure: true }, world.admin);
    expect(await find({ q: coach.familyName, show: 'ended' })).toMatchObject({
      value: { total: 1, accounts: [{ roles: [{ standing: 'ended', mayRestore: true }] }] },
    });
  });
});
