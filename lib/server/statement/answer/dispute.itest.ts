import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { ask } from '#lib/server/command/query.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { closeDispute } from '#lib/server/statement/answer/close-dispute.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import { showDispute } from '#lib/server/statement/answer/show-dispute.ts';
import { withdrawDispute } from '#lib/server/statement/answer/withdraw-dispute.ts';
import {
  type Answers,
  approveReturned,
  buildStatement,
  type BuiltStatement,
  IN_TIME,
  openAnswers,
  statementOf,
  takeTold,
} from '#lib/server/statement/answer/testing/answer-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let answers: Answers;
let statement: BuiltStatement;
const answer = 'Vi har gått igenom rapporten och planeringen igen.';

beforeAll(async () => {
  answers = await openAnswers();
  statement = await buildStatement(answers, '2026-03-24');
});
afterAll(() => answers.close());

async function open(key: string = statement.unpaidKey, of = statement): Promise<string> {
  const { act, signatory } = answers;
  const { version } = await statementOf(answers, of.id);
  const opened = await act(
    disputeStatement,
    {
      statementId: of.id,
      version,
      placementId: of.placement.id,
      key,
      text: 'Vi håller inte med om det här.',
    },
    signatory,
  );
  if (!opened.ok) throw new Error(opened.error.problem.code);
  return opened.value.disputeId;
}

async function show(disputeId: string, actor: ProviderActor | AuthorityActor) {
  const shown = await ask(showDispute, { disputeId }, { database: answers.app, actor, now: IN_TIME });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value.dispute;
}

async function close(
  disputeId: string,
  actor: AuthorityActor,
  more: { effectOre?: number; version?: number } = {},
) {
  const { version, effect } = await show(disputeId, actor);
  const input = { disputeId, version, effectOre: effect?.effectOre ?? 0, text: answer, ...more };
  return await answers.act(closeDispute, input, actor);
}

describe('a dispute', () => {
  it('is a dialogue: both sides write, and each is told of the other', async () => {
    const { act, reviewer, signatory, owner, office } = answers;
    const id = await open();
    await takeTold(answers);
    expect(await act(replyDispute, { disputeId: id, text: 'Vilken dag var mötet?' }, reviewer)).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await takeTold(answers)).toEqual(['signatory@example.se: disputeAnswered']);
    const reporter = await buildProviderActor(owner, 'reporter', { provider: office.provider });
    const key = newId();
    const text = 'Mötet var den 14 februari.';
    await act(replyDispute, { disputeId: id, text }, reporter, { key });
    await act(replyDispute, { disputeId: id, text }, reporter, { key });
    expect(await takeTold(answers)).toEqual([
      'decider@example.se: disputeContinued',
      'reviewer@example.se: disputeContinued',
    ]);
    const { messages, state } = await show(id, signatory);
    expect(messages.map(({ side }) => side)).toEqual(['provider', 'authority', 'provider']);
    // A provider does not learn who at the authority writes.
    expect(messages[1]?.author).toBe(null);
    expect(state).toBe('awaitsAuthority');
  });

  it('does not exist for other providers, nor for those who do not see the participant’s office', async () => {
    const { act, owner, app, office } = answers;
    const [dispute] = await owner.statementDispute.findMany({ where: { closedAt: null } });
    const disputeId = dispute?.id ?? '';
    const elsewhere = await buildOffice(owner);
    const stranger = await buildProviderActor(owner, 'signatory', { provider: elsewhere.provider });
    const input = { disputeId, text: 'Det här är inte vårt underlag.' };
    expect(await act(replyDispute, input, stranger)).toMatchObject({ error: { problem: { status: 404 } } });
    const shown = await ask(showDispute, { disputeId }, { database: app, actor: stranger, now: IN_TIME });
    expect(shown).toMatchObject({ error: { status: 404 } });
    const south = await buildOffice(owner, { provider: office.provider });
    const scoped = await buildProviderActor(owner, 'signatory', {
      provider: office.provider,
      offices: [south],
    });
    const hidden = await show(disputeId, scoped);
    expect(hidden).toMatchObject({
      isSeen: false,
      subject: { kind: 'otherOffice' },
      messages: [],
      amountOre: 130_000,
    });
    expect(JSON.stringify(hidden)).not.toContain('Hemlig');
    expect(await act(replyDispute, input, scoped)).toMatchObject({ error: { problem: { status: 404 } } });
    const coach = await buildProviderActor(owner, 'coach', { provider: office.provider });
    expect(await act(replyDispute, input, coach)).toMatchObject({ error: { problem: { status: 403 } } });
  });

  it('is withdrawn by a signatory who has seen all of it, and the statement can be answered anew', async () => {
    const { act, signatory, reviewer, owner } = answers;
    const [dispute] = await owner.statementDispute.findMany({ where: { closedAt: null } });
    const disputeId = dispute?.id ?? '';
    const version = dispute?.version ?? 0;
    expect(await act(withdrawDispute, { disputeId, version: version - 1 }, signatory)).toMatchObject({
      error: { problem: { status: 409 } },
    });
    expect(await act(withdrawDispute, { disputeId, version }, reviewer)).toMatchObject({
      error: { problem: { status: 403 } },
    });
    await takeTold(answers);
    expect(await act(withdrawDispute, { disputeId, version }, signatory)).toMatchObject({ ok: true });
    expect(await takeTold(answers)).toEqual([
      'decider@example.se: disputeWithdrawn',
      'reviewer@example.se: disputeWithdrawn',
    ]);
    // Ten working days from 2 June: the 16th.
    expect(await statementOf(answers, statement.id)).toMatchObject({
      status: 'proposed',
      acceptBy: new Date('2026-06-16T00:00:00Z'),
    });
    expect(await act(withdrawDispute, { disputeId, version: version + 1 }, signatory)).toMatchObject({
      error: { problem: { code: 'dispute.closed' } },
    });
  });
});

describe('closing a dispute', () => {
  it('is not for the reviewer who decided on the report, in the portal nor in the database', async () => {
    const { decider, app, owner, signatory } = answers;
    const id = await open();
    expect((await show(id, decider)).parts).toEqual(['decided']);
    expect(await close(id, decider)).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'dispute.hasPart' }] } },
    });
    const update = (actor: AuthorityActor | ProviderActor) =>
      inTransaction(app, actor, async (tx) => {
        await tx.$executeRaw`UPDATE statement_dispute SET closing = 'unchanged', closed_at = now(), closed_by_person_id = ${actor.personId}::uuid
          WHERE id = ${id}::uuid`;
      });
    await expect(update(decider)).rejects.toThrow('had a part');
    await expect(update(signatory)).rejects.toThrow('closed by a reviewer');
    const asOwner = owner.statementDispute.update({
      where: { id },
      data: { closing: 'unchanged', closedAt: IN_TIME, closedByPersonId: decider.personId },
    });
    await expect(asOwner).rejects.toThrow('had a part');
  });

  it('is not for whoever has written for the provider, though they are a reviewer too', async () => {
    const { owner, signatory } = answers;
    const [dispute] = await owner.statementDispute.findMany({ where: { closedAt: null } });
    const { personId: id, givenName, familyName } = signatory;
    const both = await buildAuthorityActor(owner, 'reviewer', { person: { id, givenName, familyName } });
    expect(await close(dispute?.id ?? '', both)).toMatchObject({ error: { problem: { status: 403 } } });
  });

  it('without a changed fact says so: nothing is changed, and the amount can be reconsidered once by somebody else', async () => {
    const { reviewer, owner, act, signatory } = answers;
    const [dispute] = await owner.statementDispute.findMany({ where: { closedAt: null } });
    const id = dispute?.id ?? '';
    expect((await show(id, reviewer)).effect).toEqual({ effectOre: 0, postedOre: 0, nextOre: 0 });
    await takeTold(answers);
    expect(await close(id, reviewer)).toMatchObject({ ok: true });
    expect(await takeTold(answers)).toEqual([
      'signatory@example.se: disputeSettled',
      'signatory@example.se: statementProposed',
    ]);
    expect(await show(id, signatory)).toMatchObject({ state: 'unchanged', effectOre: null });
    expect((await statementOf(answers, statement.id)).status).toBe('proposed');
    const late = { disputeId: id, text: 'Vi vill tillägga en sak.' };
    expect(await act(replyDispute, late, signatory)).toMatchObject({
      error: { problem: { code: 'dispute.closed' } },
    });
    const again = await open();
    expect((await show(again, reviewer)).parts).toEqual(['closedEarlier']);
    expect(await close(again, reviewer)).toMatchObject({ error: { problem: { status: 403 } } });
  });

  it('follows the facts: a report approved since then gives its amount on the next statement', async () => {
    const { owner, signatory } = answers;
    const other = await buildAuthorityActor(owner, 'reviewer');
    const [dispute] = await owner.statementDispute.findMany({ where: { closedAt: null } });
    const id = dispute?.id ?? '';
    await approveReturned(answers, statement);
    // 20 working days in February × 65 kr.
    const { effect } = await show(id, other);
    expect(effect).toEqual({ effectOre: 130_000, postedOre: 0, nextOre: 130_000 });
    expect(await close(id, other, { effectOre: 0 })).toMatchObject({
      error: { problem: { status: 409, code: 'dispute.effectChanged' } },
    });
    expect(await close(id, other, { version: 1_000 })).toMatchObject({
      error: { problem: { code: 'conflict' } },
    });
    expect(await close(id, other)).toMatchObject({ ok: true });
    expect(await show(id, signatory)).toMatchObject({ state: 'corrected', effectOre: 130_000 });
    const { version } = await statementOf(answers, statement.id);
    const third = await answers.act(
      disputeStatement,
      {
        statementId: statement.id,
        version,
        placementId: statement.placement.id,
        key: statement.unpaidKey,
        text: 'Vi håller ändå inte med.',
      },
      signatory,
    );
    expect(third).toMatchObject({ error: { problem: { code: 'dispute.alreadyReconsidered' } } });
  });

  it('waits for every other dispute before the statement is answered anew, and counts what a later statement posted', async () => {
    const { reviewer } = answers;
    const second = await buildStatement(answers, '2026-04-24');
    const paid = await open(second.paidKey, second);
    const unpaid = await open(second.unpaidKey, second);
    await approveReturned(answers, second);
    await buildStatement(answers, '2026-05-24');
    expect((await show(unpaid, reviewer)).effect).toEqual({
      effectOre: 130_000,
      postedOre: 130_000,
      nextOre: 0,
    });
    expect(await close(paid, reviewer)).toMatchObject({ ok: true });
    expect((await statementOf(answers, second.id)).status).toBe('disputed');
    expect(await close(unpaid, reviewer)).toMatchObject({ ok: true });
    expect((await statementOf(answers, second.id)).status).toBe('proposed');
  });
});

it('a dispute that goes on after the statement was accepted is closed without asking for the answer again', async () => {
  const { act, signatory, reviewer } = answers;
  const third = await buildStatement(answers, '2026-05-27');
  const id = await open(third.unpaidKey, third);
  const { version } = await statementOf(answers, third.id);
  expect(await act(acceptStatement, { statementId: third.id, version }, signatory)).toMatchObject({
    ok: true,
  });
  expect(await act(replyDispute, { disputeId: id, text: 'Dialogen går vidare.' }, signatory)).toMatchObject({
    ok: true,
  });
  expect(await close(id, reviewer)).toMatchObject({ ok: true });
  expect(await statementOf(answers, third.id)).toMatchObject({ status: 'accepted', version: version + 1 });
});
