import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  giveStandingSignature,
  withdrawStandingSignature,
} from '#lib/server/api-client/standing-signature.ts';
import { showApiClient } from '#lib/server/api-client/systems-queries.ts';
import {
  buildSystemsWorld,
  NEW_SYSTEM,
  type SystemsWorld,
} from '#lib/server/api-client/testing/systems-world.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

let world: SystemsWorld;
beforeAll(async () => {
  world = await buildSystemsWorld();
});
afterAll(() => world.close());

describe('a standing signature', () => {
  it('is given in person with the e-ID, counts from the next request, and is taken back by any signatory', async () => {
    const made = await world.make();
    const bearer = await world.token(made);
    const { apiClientId } = made;
    const given = { apiClientId, version: 1, onHonour: true };
    expect(
      await world.run(giveStandingSignature, given, { actor: world.signatory, now: world.clock.at }),
    ).toMatchObject({
      error: { stepUp: { purpose: 'giveStandingSignature' } },
    });
    expect(
      await world.withStepUp(giveStandingSignature, { ...given, onHonour: false }, world.signatory),
    ).toMatchObject({
      error: { problem: { errors: [{ pointer: '/onHonour' }] } },
    });
    expect(await world.withStepUp(giveStandingSignature, given, world.signatory)).toMatchObject({ ok: true });
    expect(await world.actorOf(bearer)).toMatchObject({ attestorMembershipId: world.signatory.membershipId });
    const [entry] = await world.owner.$queryRaw<{ detail: object }[]>`
      SELECT detail FROM audit_entry WHERE action = 'apiClient.giveStanding' AND outcome = 'done'`;
    expect(entry?.detail).toMatchObject({ signed: { standing: { apiClientId, ...NEW_SYSTEM, version: 1 } } });
    const other = await world.staff('signatory');
    const seen = await world.read(showApiClient, { apiClientId }, { actor: other, now: world.clock.at });
    expect(seen).toMatchObject({
      value: {
        client: {
          standing: {
            name: `${world.signatory.givenName} ${world.signatory.familyName}`,
            isOwn: false,
            counts: true,
          },
        },
      },
    });
    const withdraw = { apiClientId, version: 2 };
    expect(
      await world.run(withdrawStandingSignature, withdraw, { actor: other, now: world.clock.at }),
    ).toMatchObject({
      ok: true,
    });
    expect(await world.actorOf(bearer)).toMatchObject({ attestorMembershipId: null });
  });

  it('is nobody else’s to give: not the administrator’s, nor with another’s name, whatever is asked of the database', async () => {
    const { apiClientId } = await world.make();
    const given = { apiClientId, version: 1, onHonour: true };
    expect(await world.withStepUp(giveStandingSignature, given, world.admin)).toMatchObject({
      error: { problem: { code: 'forbidden' } },
    });
    const other = await world.staff('signatory');
    for (const [actor, membership] of [
      [world.admin, world.signatory.membershipId],
      [world.admin, world.admin.membershipId],
      [other, world.signatory.membershipId],
    ] as const) {
      const write = inTransaction(world.app, actor, async (tx) => {
        await tx.$executeRaw`UPDATE api_client SET attestor_membership_id = ${membership}::uuid WHERE id = ${apiClientId}::uuid`;
      });
      // oxlint-disable-next-line no-await-in-loop -- one refusal after the other
      await expect(write).rejects.toThrow('signature of somebody else');
    }
    const insert = inTransaction(world.app, world.admin, async (tx) => {
      await tx.$executeRaw`INSERT INTO api_client (id, client_id, secret_hash, provider_id, name, scopes, attestor_membership_id)
        VALUES (${newId()}::uuid, ${newId()}, '\\x00', ${world.admin.providerId}::uuid, 'x', '{}', ${world.signatory.membershipId}::uuid)`;
    });
    await expect(insert).rejects.toThrow('without a signature');
  });
});
