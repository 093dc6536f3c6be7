import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import {
  decideSignatory,
  requestSignatory,
  withdrawSignatory,
} from '#lib/server/administration/signatory-request.ts';
import {
  type AccountsWorld,
  buildAccountsWorld,
  NOW,
} from '#lib/server/administration/testing/accounts-world.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

let world: AccountsWorld;
let maryam: AuthorityActor;
let admin: ProviderActor;
beforeAll(async () => {
  world = await buildAccountsWorld();
  maryam = await buildAuthorityActor(world.owner, 'agreementAdmin');
});
beforeEach(async () => {
  await world.owner.$executeRaw`UPDATE membership SET valid_to = '2026-05-01' WHERE role = 'providerAdmin'`;
  admin = await world.staff('providerAdmin');
});
afterAll(() => world.close());

async function asked(by = admin): Promise<string> {
  const made = await world.give(requestSignatory, { reason: 'Vår intygare har slutat.' }, by);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.requestId;
}
const approve = (requestId: string, actor: ProviderActor | AuthorityActor) =>
  world.give(decideSignatory, { requestId, version: 1, decision: 'approved' }, actor);

describe('an administrator who asks to attest', () => {
  it('is let by another administrator, with the e-ID, never by themselves', async () => {
    const requestId = await asked();
    expect(await approve(requestId, admin)).toMatchObject({
      error: { problem: { errors: [{ code: 'ownRequest' }] } },
    });
    const other = await world.staff('providerAdmin');
    const first = await world.run(
      decideSignatory,
      { requestId, version: 1, decision: 'approved' },
      { actor: other, now: NOW },
    );
    expect(first).toMatchObject({ error: { stepUp: { purpose: 'manageAccess' } } });
    expect(await approve(requestId, other)).toMatchObject({ ok: true });
    expect(await world.rolesOf(admin.personId)).toEqual(['providerAdmin', 'signatory']);
    expect(await approve(requestId, other)).toMatchObject({ error: { problem: { code: 'conflict' } } });
  });

  it('is let by the authority where there is no other, and not where there is', async () => {
    const requestId = await asked();
    const other = await world.staff('providerAdmin');
    expect(await approve(requestId, maryam)).toMatchObject({
      error: { problem: { errors: [{ code: 'othersDecide' }] } },
    });
    await world.owner.membership.update({
      where: { id: other.membershipId },
      data: { validTo: new Date('2026-05-12') },
    });
    expect(await approve(requestId, maryam)).toMatchObject({ ok: true });
    expect(await world.rolesOf(admin.personId)).toEqual(['providerAdmin', 'signatory']);
  });

  it('asks once, takes it back, and is told why it was refused', async () => {
    const requestId = await asked();
    expect(await world.give(requestSignatory, { reason: 'Igen.' }, admin)).toMatchObject({
      error: { problem: { code: 'requestWaits' } },
    });
    const stranger = await world.staff('providerAdmin', world.elsewhere);
    expect(await approve(requestId, stranger)).toMatchObject({ error: { problem: { code: 'notFound' } } });
    expect(
      await world.give(decideSignatory, { requestId, version: 1, decision: 'refused', reason: '' }, maryam),
    ).toMatchObject({ error: { problem: { errors: [{ pointer: '/reason' }] } } });
    expect(await world.give(withdrawSignatory, { requestId, version: 1 }, admin)).toMatchObject({ ok: true });
    const again = await asked();
    expect(
      await world.give(
        decideSignatory,
        { requestId: again, version: 1, decision: 'refused', reason: 'Det finns en intygare.' },
        maryam,
      ),
    ).toMatchObject({ ok: true });
    expect(await world.rolesOf(admin.personId)).toEqual(['providerAdmin']);
  });

  it('is held by the database: no decision in SQL by whoever asked, nor by the authority past another administrator', async () => {
    const requestId = await asked();
    const decide = (actor: ProviderActor | AuthorityActor, on = NOW) =>
      world.raw(
        actor,
        (
          tx,
        ) => tx.$executeRaw`UPDATE signatory_request SET status = 'approved', decided_by_person_id = ${actor.personId}::uuid,
          decided_at = ${on} WHERE id = ${requestId}::uuid`,
      );
    await expect(decide(admin)).rejects.toThrow();
    await world.staff('providerAdmin');
    await expect(decide(maryam)).rejects.toThrow('decided by another administrator');
    await expect(decide(maryam, new Date('1990-01-02'))).rejects.toThrow('decided by another administrator');
    expect(await decide(await world.staff('coach'))).toBe(0);
  });
});
