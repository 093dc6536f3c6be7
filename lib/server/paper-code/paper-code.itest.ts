import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupedCode } from '#lib/domain/paper-code/paper-code.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { onBehalf } from '#lib/server/assistance/on-behalf.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { showCodedReceipt } from '#lib/server/paper-code/code-queries.ts';
import { newPaperCode } from '#lib/server/paper-code/code-secret.ts';
import {
  endCodeSession,
  findCodeSession,
  openPaperCode,
  type OpenedCode,
} from '#lib/server/paper-code/code-session.ts';
import { handOutCode } from '#lib/server/paper-code/hand-out-code.ts';
import { revokeCode } from '#lib/server/paper-code/revoke-code.ts';
import { buildCodes, type Codes } from '#lib/server/paper-code/testing/codes.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';
import { addDays } from '#lib/shared/plain-date.ts';

let codes: Codes;
beforeAll(async () => {
  codes = await buildCodes();
});
afterAll(() => codes.world.close());

const choose = ({ actor }: OpenedCode, decision: BuiltDecision, officeId = codes.world.office.id) =>
  codes.world.run(
    chooseProvider,
    { decisionId: decision.id, decisionVersion: 1, officeId },
    { actor, now: codes.now },
  );
const tryCode = async (code: string, now = codes.now): Promise<string> => {
  const result = await openPaperCode({ database: codes.world.app, now }, code);
  return result.ok ? 'open' : result.error;
};
const refusal = (result: Awaited<ReturnType<typeof choose>>) =>
  result.ok ? null : result.error.problem.code;

describe('a code on paper', () => {
  test('opens the list, one choice and its receipt, and is then spent', async () => {
    const { world, now } = codes;
    const decision = await codes.waiting();
    const { code } = await codes.codeFor(decision);
    const session = await codes.opened(groupedCode(code).toLowerCase());
    const list = await world.read(
      onBehalf(listChoice),
      { ...choiceFilterQuery.parse({}), choosingFor: 'choose' },
      { actor: session.actor, now },
    );
    expect(list).toMatchObject({ ok: true, value: { ground: { kind: 'choose' } } });
    expect(list.ok && list.value.list?.cards.map(({ officeId }) => officeId)).toContain(world.office.id);

    expect(refusal(await choose(session, decision))).toBeNull();
    const receipt = await world.read(showCodedReceipt, null, { actor: session.actor, now });
    expect(receipt).toMatchObject({
      ok: true,
      value: { participantId: decision.participant.id, reasoning: null },
    });
    expect(await world.owner.choice.findMany({ where: { decisionId: decision.id } })).toMatchObject([
      { kind: 'active', assisted: true, madeByPersonId: null },
    ]);
    expect(
      await world.owner.assistance.findMany({ where: { participantId: decision.participant.id } }),
    ).toMatchObject([
      { kind: 'choice', reason: 'noEid', byPersonId: codes.caseworker.personId, letterAt: null },
    ]);
    expect(await tryCode(code)).toBe('used');
  });

  test('is in the log as what it is, for the participant and the auditor', async () => {
    const { world } = codes;
    const decision = await codes.waiting();
    const session = await codes.opened((await codes.codeFor(decision)).code);
    await choose(session, decision);
    const entries = await world.owner.auditEntry.findMany({
      where: { actorKey: `paperCode:${session.actor.sessionId}` },
      orderBy: { id: 'asc' },
    });
    expect(entries).toMatchObject([
      {
        action: 'paperCode.open',
        outcome: 'read',
        participantIds: [decision.participant.id],
        personId: null,
      },
      { action: 'choice.choose', outcome: 'done', actorKind: 'paperCode', detail: { assisted: true } },
    ]);
  });

  test('tells the participant and who receives participants at the office', async () => {
    const { world } = codes;
    const intake = await world.staff('intake');
    const decision = await codes.waiting();
    const participant = await buildParticipantActor(world.owner, decision.participant);
    await choose(await codes.opened((await codes.codeFor(decision)).code), decision);
    const told = async (personId: string) =>
      (await world.owner.notification.findMany({ where: { personId } })).map(({ event }) => event);
    expect(await told(participant.personId)).toEqual(['chosenByCode']);
    expect(await told(intake.personId)).toContain('placementStarted');
  });

  test('tells whoever handed it out that it has been used, and where the letter is', async () => {
    const { world, caseworker } = codes;
    const decision = await codes.waiting();
    const { code } = await codes.codeFor(decision);
    const ofCode = { personId: caseworker.personId, event: 'codeUsed' };
    const before = await world.owner.notification.count({ where: ofCode });
    const session = await codes.opened(code);
    expect(await world.owner.notification.count({ where: ofCode })).toBe(before);
    await choose(session, decision);
    const { id, placementId } = await world.owner.assistance.findFirstOrThrow({
      where: { participantId: decision.participant.id },
    });
    expect(await world.owner.notification.findMany({ where: { subjectId: id } })).toMatchObject([
      {
        ...ofCode,
        organisation: 'authority',
        placementId,
        path: `/admin/participants/${decision.participant.id}/letters/${id}`,
      },
    ]);
  });

  test('tells of who it is the given name alone', async () => {
    const decision = await codes.waiting();
    const { token } = await codes.opened((await codes.codeFor(decision)).code);
    const found = await findCodeSession({ database: codes.world.app, now: codes.now }, token);
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['actor', 'expiresAt', 'givenName']);
  });

  test('that nobody has handed out is like any other text', async () => {
    expect(await tryCode(newPaperCode())).toBe('unknown');
    expect(await tryCode('hello')).toBe('mistyped');
  });

  test('lasts through its last day, in Sweden', async () => {
    const { world, today } = codes;
    const decision = await codes.waiting();
    const { paperCodeId } = await codes.codeFor(decision);
    const [row] = await world.owner.$queryRaw<{ last: string }[]>`
      SELECT ((expires_at - interval '1 second') AT TIME ZONE 'Europe/Stockholm')::date::text AS last
      FROM paper_code WHERE id = ${paperCodeId}::uuid`;
    expect(row?.last).toBe(addDays(today, 5));
  });

  test('that has expired opens nothing, and says so', async () => {
    const { code } = await codes.codeFor(await codes.waiting());
    expect(await tryCode(code, new Date(codes.now.getTime() + 40 * 86_400_000))).toBe('expired');
  });

  test('that has been ended opens nothing, nor does what it had opened', async () => {
    const { world, now, caseworker } = codes;
    const decision = await codes.waiting();
    const { code, paperCodeId } = await codes.codeFor(decision);
    const session = await codes.opened(code);
    expect(await world.run(revokeCode, { paperCodeId }, { actor: caseworker, now })).toMatchObject({
      ok: true,
    });
    expect(await tryCode(code)).toBe('revoked');
    expect(await findCodeSession({ database: world.app, now }, session.token)).toBeNull();
    expect(refusal(await choose(session, decision))).toBe('notFound');
    expect(await world.run(revokeCode, { paperCodeId }, { actor: caseworker, now })).toMatchObject({
      error: { problem: { code: 'codeEnded' } },
    });
  });

  test('is ended by a new one for the same choice', async () => {
    const decision = await codes.waiting();
    const first = await codes.codeFor(decision);
    const second = await codes.codeFor(decision);
    expect(await tryCode(first.code)).toBe('replaced');
    expect(await tryCode(second.code)).toBe('open');
  });

  test('for somebody who has chosen meanwhile opens nothing; what was open says that it is chosen', async () => {
    const { world, now } = codes;
    const decision = await codes.waiting();
    const { code } = await codes.codeFor(decision);
    const session = await codes.opened(code);
    const actor = await buildParticipantActor(world.owner, decision.participant);
    const given = { decisionId: decision.id, decisionVersion: 1, officeId: world.elsewhere.id };
    expect(await world.run(chooseProvider, given, { actor, now })).toMatchObject({ ok: true });
    expect(refusal(await choose(session, decision))).toBe('alreadyChosen');
    expect(await tryCode(code)).toBe('chosen');
  });

  test('in two tabs chooses once', async () => {
    const decision = await codes.waiting();
    const session = await codes.opened((await codes.codeFor(decision)).code);
    const results = await Promise.all([
      choose(session, decision),
      choose(session, decision, codes.world.elsewhere.id),
    ]);
    expect(results.map(refusal).filter((code) => code === null)).toHaveLength(1);
    expect(await codes.world.owner.choice.count({ where: { decisionId: decision.id } })).toBe(1);
  });

  test('typed again ends the session that it had, and who is done ends theirs', async () => {
    const asking = { database: codes.world.app, now: codes.now };
    const { code } = await codes.codeFor(await codes.waiting());
    const first = await codes.opened(code);
    const second = await codes.opened(code);
    expect(await findCodeSession(asking, first.token)).toBeNull();
    expect(await findCodeSession(asking, second.token)).not.toBeNull();
    await endCodeSession(asking, second.token);
    expect(await findCodeSession(asking, second.token)).toBeNull();
  });
});

describe('codes are handed out', () => {
  test('to those who have something to choose, and to nobody with protected identity', async () => {
    const { world, now, caseworker } = codes;
    const chosen = await buildParticipant(world.owner);
    const hidden = await buildParticipant(world.owner, { protected: true });
    await buildUnplacedDecision(world.owner, { participant: hidden, from: codes.today });
    await world.owner.protectedAccess.create({
      data: { personId: caseworker.personId, participantId: hidden.id },
    });
    const handOut = async (participantId: string) => {
      const result = await world.run(
        handOutCode,
        { participantId, reason: 'language' },
        { actor: caseworker, now },
      );
      return result.ok ? null : result.error.problem.code;
    };
    expect(await handOut(chosen.id)).toBe('nothingToChoose');
    expect(await handOut(hidden.id)).toBe('protectedIdentity');
  });

  test('with a reason', async () => {
    const { world, now, caseworker } = codes;
    const decision = await codes.waiting();
    const given = { participantId: decision.participant.id };
    expect(await world.run(handOutCode, given, { actor: caseworker, now })).toMatchObject({
      error: { problem: { code: 'invalidInput', errors: [{ pointer: '/reason' }] } },
    });
  });

  test('by caseworkers alone', async () => {
    const { world, now } = codes;
    const decision = await codes.waiting();
    const given = { participantId: decision.participant.id, reason: 'noEid' };
    for (const role of ['coach', 'intake', 'providerAdmin'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const result = await world.run(handOutCode, given, { actor: await world.staff(role), now });
      expect(result).toMatchObject({ ok: false, error: { problem: { code: 'forbidden' } } });
    }
  });
});
