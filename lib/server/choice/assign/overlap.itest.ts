import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWhiteSpots } from '#lib/server/admin/list-white-spots.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { remindToChoose } from '#lib/server/choice/assign/remind-to-choose.ts';
import { type Assigning, NIGHT, openAssigning } from '#lib/server/choice/assign/testing/assigning.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';

let on: Assigning;
beforeAll(async () => {
  on = await openAssigning();
});
afterAll(() => on.close());

/** A decision that waits, of somebody whom a provider helps on some of its days. */
async function overlapping() {
  const area = await on.newArea();
  const office = await on.officeIn(area, 1);
  const standing = await buildPlacement(on.owner, { office });
  const decision = await on.waitingIn(area, {
    participant: standing.participant,
    from: standing.from,
  });
  return { area, office, standing, decision };
}

test('for days on which somebody helps already nobody can be chosen: that is said, with the day', async () => {
  const { office, standing, decision } = await overlapping();
  const actor = await buildParticipantActor(on.owner, standing.participant);
  const input = { decisionId: decision.id, decisionVersion: 1, officeId: office.id };
  const chosen = await execute(chooseProvider, input, {
    database: on.app,
    actor,
    now: NIGHT,
    idempotencyKey: newId(),
  });
  expect(chosen).toMatchObject({ error: { problem: { code: 'alreadyHelped', status: 409 } } });
  const list = await ask(
    listChoice,
    { ...choiceFilterQuery.parse({}), choosingFor: 'choose' as const },
    { database: on.app, actor, now: NIGHT },
  );
  expect(list).toMatchObject({
    value: {
      list: null,
      ground: {
        kind: 'nothing',
        situation: { toChoose: { decisionId: decision.id, helpedUntil: standing.to } },
      },
    },
  });
});

test('caseworkers are told of it once and find it, and nobody is placed twice or reminded', async () => {
  const { area, standing, decision } = await overlapping();
  await buildParticipantActor(on.owner, standing.participant);
  await on.owner.decision.update({
    where: { id: decision.id },
    data: { arrivedOn: new Date('2026-05-15'), chooseBy: new Date('2026-05-25') },
  });
  const caseworker = await buildAuthorityActor(on.owner, 'caseworker');
  await assignByProximity(on.worker, NIGHT);
  await assignByProximity(on.worker, NIGHT);
  expect(await on.owner.placement.count({ where: { decisionId: decision.id } })).toBe(0);
  const told = await on.owner.notification.findMany({
    where: { personId: caseworker.personId, subjectId: decision.id },
  });
  expect(told).toMatchObject([{ event: 'whiteSpotFound' }]);
  const list = await ask(
    listWhiteSpots,
    { area, page: 1 },
    { database: on.app, actor: caseworker, now: NIGHT },
  );
  expect(list).toMatchObject({
    value: { total: 1, participants: [{ decisionId: decision.id, kind: 'overlap', placed: false }] },
  });
  await remindToChoose(on.worker, NIGHT);
  expect(await on.owner.choiceReminder.count({ where: { decisionId: decision.id } })).toBe(0);
});

test('who can be chosen for when the other placement has ended is told, and the caseworkers’ list is rid of it', async () => {
  const { standing, decision } = await overlapping();
  await buildParticipantActor(on.owner, standing.participant);
  await on.owner.decision.update({ where: { id: decision.id }, data: { chooseBy: new Date('2026-05-25') } });
  await assignByProximity(on.worker, NIGHT);
  await on.owner.$executeRaw`UPDATE placement SET cancelled_at = ${NIGHT} WHERE id = ${standing.id}::uuid`;
  await assignByProximity(on.worker, NIGHT);
  const spot = await on.owner.whiteSpot.findUnique({ where: { decisionId: decision.id } });
  expect(spot).toMatchObject({ kind: 'overlap', endedOn: expect.any(Date) });
  const told = { personId: standing.participant.person.id, event: 'choiceOpened' };
  expect(await on.owner.notification.count({ where: told })).toBe(1);
});

test('until when somebody is helped is nobody else’s to ask', async () => {
  const { office, standing, decision } = await overlapping();
  const asked = async (actor: Parameters<typeof inTransaction>[1]) =>
    (
      await inTransaction(
        on.app,
        actor,
        (tx) =>
          tx.$queryRaw<
            { day: string | null }[]
          >`SELECT app.helped_until(${decision.id}::uuid, '2026-05-20')::text AS day`,
      )
    )[0]?.day;
  expect(await asked(await buildParticipantActor(on.owner, standing.participant))).toBe(standing.to);
  const other = await on.waitingIn(office.contract.deliveryAreaId);
  expect(await asked(await buildParticipantActor(on.owner, other.participant))).toBe(null);
  expect(await asked(await buildAuthorityActor(on.owner, 'payer'))).toBe(null);
});
