import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assigning, NIGHT, openAssigning } from '#lib/server/choice/assign/testing/assigning.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { showReasoning } from '#lib/server/choice/show-reasoning.ts';
import { listWhiteSpots } from '#lib/server/admin/list-white-spots.ts';
import { ask } from '#lib/server/command/query.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let on: Assigning;
beforeAll(async () => {
  on = await openAssigning();
});
afterAll(() => on.close());

describe('what the authority sees', () => {
  test('is the calculation, by caseworkers and auditors; and white spots by municipality', async () => {
    const area = await on.newArea();
    const far = await on.officeIn(area, 600);
    const [placed, waits] = [await on.waitingIn(area), await on.waitingIn(area, { chooseBy: '2026-05-27' })];
    await assignByProximity(on.worker, NIGHT);
    const choiceId = (await on.placementOf(placed))?.choices[0]?.id ?? '';
    for (const role of ['caseworker', 'auditor'] as const) {
      const actor = await buildAuthorityActor(on.owner, role);
      const shown = await ask(showReasoning, { choiceId }, { database: on.app, actor, now: NIGHT });
      expect(shown).toMatchObject({
        value: { reasoning: { officeId: far.id, home: { lat: 56.16, lon: 15.59 } } },
      });
    }
    const reviewer = await buildAuthorityActor(on.owner, 'reviewer');
    const refused = await ask(showReasoning, { choiceId }, { database: on.app, actor: reviewer, now: NIGHT });
    expect(refused.ok).toBe(false);

    const caseworker = await buildAuthorityActor(on.owner, 'caseworker');
    const list = await ask(
      listWhiteSpots,
      { area, page: 1 },
      { database: on.app, actor: caseworker, now: NIGHT },
    );
    expect(list).toMatchObject({
      value: {
        total: 2,
        municipalities: expect.arrayContaining([
          { municipality: 'Blekinges kommun', deliveryArea: area, nobody: 0, far: 2, overlap: 0 },
        ]),
        participants: expect.arrayContaining([
          expect.objectContaining({
            decisionId: waits.id,
            kind: 'far',
            placed: false,
            foundOn: '2026-05-20',
          }),
          expect.objectContaining({ decisionId: placed.id, kind: 'far', placed: true }),
        ]),
      },
    });
  });
});

describe('the database', () => {
  test('lets no person say that proximity chose, and lets reasons be changed by nobody', async () => {
    const area = await on.newArea();
    const office = await on.officeIn(area, 1);
    const decision = await on.waitingIn(area);
    const actor = await buildParticipantActor(on.owner, decision.participant);
    const forged = inTransaction(
      on.app,
      actor,
      (tx) =>
        tx.$executeRaw`INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level,
          agreement_version_id, choice, "from", "to")
        VALUES (${newId()}::uuid, ${decision.participant.id}::uuid, ${decision.id}::uuid, ${office.provider.id}::uuid,
          ${office.contract.id}::uuid, ${office.id}::uuid, 'B', 'krom-exempel-1', 'proximity', '2026-05-20', '2026-11-14')`,
    );
    await expect(forged).rejects.toThrow('row-level security');
    await assignByProximity(on.worker, NIGHT);
    await expect(on.owner.$executeRaw`UPDATE choice_reasoning SET seed = 'another'`).rejects.toThrow();
    await expect(
      inTransaction(
        on.app,
        actor,
        (tx) => tx.$executeRaw`INSERT INTO choice_reasoning (choice_id) VALUES (${newId()}::uuid)`,
      ),
    ).rejects.toThrow('permission denied');
  });

  test('shows reasons to whom they are about and to the authority, to no other participant and no provider', async () => {
    const area = await on.newArea();
    const office = await on.officeIn(area, 1);
    const decision = await on.waitingIn(area);
    await assignByProximity(on.worker, NIGHT);
    const placement = await on.placementOf(decision);
    const choiceId = placement?.choices[0]?.id ?? '';
    const seenBy = async (actor: Parameters<typeof inTransaction>[1]): Promise<number> =>
      await inTransaction(on.app, actor, (tx) => tx.choiceReasoning.count({ where: { choiceId } }));
    expect(await seenBy(await buildParticipantActor(on.owner, decision.participant))).toBe(1);
    expect(await seenBy(await buildAuthorityActor(on.owner, 'auditor'))).toBe(1);
    expect(await seenBy(await buildParticipantActor(on.owner, await buildParticipant(on.owner)))).toBe(0);
    expect(await seenBy(await buildProviderActor(on.owner, 'intake', { provider: office.provider }))).toBe(0);
  });

  test('lets the job place who waits, and move nobody', async () => {
    const placed = await buildPlacement(on.owner, { office: await buildOffice(on.owner) });
    const job = { kind: 'job', name: 'choice.assign' } as const;
    const moved = await inTransaction(
      on.worker,
      job,
      (tx) =>
        tx.$executeRaw`UPDATE service_period SET placement_id = NULL WHERE placement_id = ${placed.id}::uuid`,
    );
    expect(moved).toBe(0);
    await expect(
      inTransaction(
        on.worker,
        job,
        (tx) => tx.$executeRaw`UPDATE placement SET "end" = "from" WHERE id = ${placed.id}::uuid`,
      ),
    ).rejects.toThrow('permission denied');
  });
});
