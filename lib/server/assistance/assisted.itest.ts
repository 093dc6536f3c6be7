import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { onBehalf } from '#lib/server/assistance/on-behalf.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

/** A Monday; the built decisions begin a week later, the built placements on 2 January. */
const now = new Date('2026-05-11T10:00:00+02:00');
let world: World;
let caseworker: AuthorityActor;
beforeAll(async () => {
  world = await buildWorld();
  caseworker = await buildAuthorityActor(world.owner, 'caseworker');
});
afterAll(() => world.close());

type Given = Readonly<Record<string, unknown>>;
const at = {
  get actor() {
    return caseworker;
  },
  now,
};
const choose = (decision: BuiltDecision, more: Given = {}) =>
  world.run(
    chooseProvider,
    {
      decisionId: decision.id,
      decisionVersion: 1,
      officeId: world.office.id,
      onBehalfOf: decision.participant.id,
      assistanceReason: 'language',
      ...more,
    },
    at,
  );
const switchTo = (placement: BuiltPlacement, more: Given = {}) =>
  world.run(
    switchProvider,
    {
      placementId: placement.id,
      placementVersion: 1,
      officeId: world.elsewhere.id,
      onBehalfOf: placement.participant.id,
      assistanceReason: 'noEid',
      ...more,
    },
    at,
  );
const codeOf = (result: Awaited<ReturnType<typeof choose | typeof switchTo>>) =>
  result.ok ? null : result.error.problem.code;
const placed = () => buildPlacement(world.owner, { office: world.office });

describe('a caseworker', () => {
  test('chooses for a participant, in the own name and as just that', async () => {
    const decision = await buildUnplacedDecision(world.owner);
    const participant = await buildParticipantActor(world.owner, decision.participant);
    expect(codeOf(await choose(decision))).toBeNull();
    const [choice] = await world.owner.choice.findMany({
      where: { decisionId: decision.id },
      include: { assistance: true },
    });
    expect(choice).toMatchObject({
      assisted: true,
      madeByPersonId: caseworker.personId,
      assistance: { kind: 'choice', reason: 'language', byPersonId: caseworker.personId },
    });
    expect(
      await world.owner.notification.findMany({ where: { personId: participant.personId } }),
    ).toMatchObject([{ event: 'chosenForYou', path: `/participant/choose/done/${choice?.id}` }]);
    const [entry] = await world.owner.auditEntry.findMany({
      where: { action: 'choice.choose', participantIds: { has: decision.participant.id } },
    });
    expect(entry).toMatchObject({
      outcome: 'done',
      role: 'caseworker',
      detail: { assisted: true, assistanceReason: 'language' },
    });
  });

  test('says why', async () => {
    const decision = await buildUnplacedDecision(world.owner);
    expect(await choose(decision, { assistanceReason: undefined })).toMatchObject({
      error: { problem: { code: 'invalidInput', errors: [{ pointer: '/assistanceReason' }] } },
    });
  });

  test('chooses for nobody without saying for whom, and not with another’s decision', async () => {
    const decision = await buildUnplacedDecision(world.owner);
    expect(codeOf(await choose(decision, { onBehalfOf: undefined }))).toBe('notFound');
    const other = await buildParticipant(world.owner);
    expect(codeOf(await choose(decision, { onBehalfOf: other.id }))).toBe('notFound');
  });

  test('switches and undoes for a participant, and the days are as if they had done it', async () => {
    const placement = await placed();
    const done = await switchTo(placement, { sharePlan: true });
    if (!done.ok) throw new Error(done.error.problem.code);
    const { switchId } = done.value;
    expect(await world.owner.providerSwitch.findUnique({ where: { id: switchId } })).toMatchObject({
      assisted: true,
      decidedByPersonId: caseworker.personId,
      sharePlan: true,
      shareFinalReport: false,
    });
    const undo = {
      switchId,
      switchVersion: 1,
      onBehalfOf: placement.participant.id,
      assistanceReason: 'other',
    };
    expect(await world.run(undoSwitch, undo, at)).toMatchObject({ ok: true });
    expect(await world.owner.providerSwitch.findUnique({ where: { id: switchId } })).toMatchObject({
      undoneAssisted: true,
      undoneByPersonId: caseworker.personId,
    });
    const kinds = await world.owner.assistance.findMany({ where: { switchId }, orderBy: { kind: 'asc' } });
    expect(kinds.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['switch', 'noEid'],
      ['undo', 'other'],
    ]);
    expect(await world.owner.placement.findUnique({ where: { id: placement.id } })).toMatchObject({
      end: null,
      endReason: null,
    });
  });

  test('reads what the participant would, and the log says that it was help', async () => {
    const decision = await buildUnplacedDecision(world.owner);
    const input = {
      ...choiceFilterQuery.parse({}),
      choosingFor: 'choose',
      onBehalfOf: decision.participant.id,
    } as const;
    expect(await world.read(onBehalf(listChoice), input, at)).toMatchObject({
      ok: true,
      value: { ground: { kind: 'choose' } },
    });
    const [entry] = await world.owner.auditEntry.findMany({
      where: { action: 'choice.list', participantIds: { has: decision.participant.id } },
    });
    expect(entry).toMatchObject({
      purpose: 'Hjälp att välja eller byta leverantör',
      personId: caseworker.personId,
    });
  });

  test('does nothing for somebody with protected identity, unless named for them', async () => {
    const hidden = await buildParticipant(world.owner, { protected: true });
    const decision = await buildUnplacedDecision(world.owner, { participant: hidden });
    expect(codeOf(await choose(decision))).toBe('notFound');
    await world.owner.protectedAccess.create({
      data: { personId: caseworker.personId, participantId: hidden.id },
    });
    expect(codeOf(await choose(decision))).toBeNull();
  });
});

test('whose mandate has ended does nothing for anybody', async () => {
  const former = await buildAuthorityActor(world.owner, 'caseworker');
  await world.owner.membership.updateMany({
    where: { personId: former.personId },
    data: { validTo: new Date('2020-02-01') },
  });
  const decision = await buildUnplacedDecision(world.owner);
  const given = {
    decisionId: decision.id,
    decisionVersion: 1,
    officeId: world.office.id,
    onBehalfOf: decision.participant.id,
    assistanceReason: 'noEid',
  };
  expect(await world.run(chooseProvider, given, { actor: former, now })).toMatchObject({
    error: { problem: { code: 'forbidden' } },
  });
});

describe('the database holds caseworkers to it', () => {
  const refused = async (...statements: readonly string[]) => {
    try {
      await inTransaction(world.app, caseworker, async (tx) => {
        for (const statement of statements) {
          // oxlint-disable-next-line no-await-in-loop -- in their order
          await tx.$executeRawUnsafe(statement);
        }
      });
      return false;
    } catch (error) {
      if (['42501', '23001'].includes(sqlStateOf(error) ?? '')) return true;
      throw error;
    }
  };
  const told = (
    id: string,
    placement: BuiltPlacement,
    by: string,
  ) => `INSERT INTO assistance (id, participant_id, kind, switch_id, placement_id, reason, by_person_id, at)
    SELECT '${newId()}', w.participant_id, 'switch', w.id, w.to_placement_id, 'other', '${by}', w.decided_at FROM provider_switch w WHERE w.id = '${id}' AND '${placement.id}' = w.from_placement_id`;

  test('no placement ends or is cancelled without a switch', async () => {
    const { id } = await placed();
    expect(
      await refused(`UPDATE placement SET "end" = "from" + 30, end_reason = 'switch' WHERE id = '${id}'`),
    ).toBe(true);
    expect(await refused(`UPDATE placement SET cancelled_at = now() WHERE id = '${id}'`)).toBe(true);
    expect(await refused(`UPDATE service_period SET placement_id = NULL WHERE placement_id = '${id}'`)).toBe(
      true,
    );
  });

  test('a switch is made as assisted, in the own name, with its reason', async () => {
    const [from, to] = [await placed(), await buildPlacement(world.owner, { office: world.elsewhere })];
    const row = (
      id: string,
      assisted: boolean,
      by: string,
    ) => `INSERT INTO provider_switch (id, participant_id, from_placement_id, to_placement_id, decided_at, effective_on, assisted, decided_by_person_id)
      VALUES ('${id}', '${from.participant.id}', '${from.id}', '${to.id}', now(), '2026-05-19', ${assisted}, '${by}')`;
    const own = caseworker.personId;
    expect(await refused(row(newId(), false, own))).toBe(true);
    expect(await refused(row(newId(), true, newId()))).toBe(true);
    expect(await refused(row(newId(), true, own))).toBe(true);
    const id = newId();
    expect(await refused(row(id, true, own), told(id, from, newId()))).toBe(true);
    expect(await refused(row(id, true, own), told(id, from, own))).toBe(false);
    expect(await refused(told(id, from, own).replace("'switch'", "'undo'"))).toBe(true);
  });

  test('a letter is marked once, in the own name, and nothing else of it changes', async () => {
    const decision = await buildUnplacedDecision(world.owner);
    await choose(decision);
    const mark = (by: string) =>
      `UPDATE assistance SET letter_at = now(), letter_by_person_id = '${by}' WHERE participant_id = '${decision.participant.id}'`;
    expect(await refused(mark(newId()))).toBe(true);
    expect(await refused(mark(caseworker.personId))).toBe(false);
    expect(await refused(mark(caseworker.personId))).toBe(true);
    expect(await refused(`UPDATE assistance SET reason = 'noEid'`)).toBe(true);
  });
});
