import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '#lib/server/command/query.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { composeDispute } from '#lib/server/statement/answer/compose-dispute.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import { readAnswer } from '#lib/server/statement/answer/read-answer.ts';
import {
  ANSWER_BY,
  type Answers,
  buildStatement,
  type BuiltStatement,
  IN_TIME,
  openAnswers,
  statementOf,
  takeTold,
} from '#lib/server/statement/answer/testing/answer-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

let answers: Answers;
let accepted: BuiltStatement;
let disputed: BuiltStatement;
const why = 'Rapporten kom in i tid och borde vara godkänd.';

beforeAll(async () => {
  answers = await openAnswers();
  accepted = await buildStatement(answers, '2026-03-24');
  disputed = await buildStatement(answers, '2026-04-24');
});
afterAll(() => answers.close());

async function versionOf({ id }: BuiltStatement): Promise<number> {
  return (await statementOf(answers, id)).version;
}

const amountOf = (
  { id, placement, unpaidKey }: BuiltStatement,
  version: number,
  key: string = unpaidKey,
) => ({
  statementId: id,
  version,
  placementId: placement.id,
  key,
  text: why,
});

describe('accepting a statement', () => {
  it('is for a signatory of the provider: others are refused, and elsewhere it does not exist', async () => {
    const { owner, office, act } = answers;
    const input = { statementId: accepted.id, version: await versionOf(accepted) };
    for (const role of ['reporter', 'providerAdmin', 'coach'] as const) {
      const actor = await buildProviderActor(owner, role, { provider: office.provider });
      expect(await act(acceptStatement, input, actor)).toMatchObject({ error: { problem: { status: 403 } } });
    }
    const reviewer = await buildAuthorityActor(owner, 'reviewer');
    expect(await act(acceptStatement, input, reviewer)).toMatchObject({
      error: { problem: { status: 403 } },
    });
    const elsewhere = await buildOffice(owner);
    const stranger = await buildProviderActor(owner, 'signatory', { provider: elsewhere.provider });
    expect(await act(acceptStatement, input, stranger)).toMatchObject({
      error: { problem: { status: 404 } },
    });
    expect((await statementOf(answers, accepted.id)).status).toBe('proposed');
  });

  it('is refused by the database too, for a reporter and in another’s name', async () => {
    const { owner, office, app, signatory } = answers;
    const reporter = await buildProviderActor(owner, 'reporter', { provider: office.provider });
    for (const [actor, name] of [
      [reporter, reporter.personId],
      [signatory, reporter.personId],
    ] as const) {
      const update = inTransaction(app, actor, async (tx) => {
        await tx.$executeRaw`UPDATE statement SET status = 'accepted', accepted_at = now(), accepted_by = 'signatory',
          accepted_by_person_id = ${name}::uuid WHERE id = ${accepted.id}::uuid`;
      });
      await expect(update).rejects.toThrow('accepted by a signatory');
    }
    const silently = inTransaction(app, signatory, async (tx) => {
      await tx.$executeRaw`UPDATE statement SET status = 'accepted', accepted_at = now(), accepted_by = 'silence' WHERE id = ${accepted.id}::uuid`;
    });
    await expect(silently).rejects.toThrow('accepted by a signatory');
  });

  it('asks for the version that was seen', async () => {
    const stale = { statementId: accepted.id, version: (await versionOf(accepted)) - 1 };
    expect(await answers.act(acceptStatement, stale, answers.signatory)).toMatchObject({
      error: { problem: { status: 409, code: 'conflict' } },
    });
  });

  it('is done once, however often it is sent, and says who, when and which pay day', async () => {
    const { app, signatory, act, owner } = answers;
    const input = { statementId: accepted.id, version: await versionOf(accepted) };
    const key = newId();
    const [first, second] = await Promise.all([
      act(acceptStatement, input, signatory, { key }),
      act(acceptStatement, input, signatory, { key }),
    ]);
    expect(first).toEqual({ ok: true, value: { statementId: accepted.id } });
    expect(second).toEqual(first);
    expect(await act(acceptStatement, input, signatory)).toMatchObject({
      error: { problem: { status: 409 } },
    });
    expect(await statementOf(answers, accepted.id)).toMatchObject({
      status: 'accepted',
      acceptedBy: 'signatory',
      acceptedByPersonId: signatory.personId,
      version: input.version + 1,
    });
    const read = await ask(
      readAnswer,
      { statementId: accepted.id },
      { database: app, actor: signatory, now: IN_TIME },
    );
    expect(read.ok && read.value.answer).toMatchObject({
      accepted: { by: 'signatory', name: `${signatory.givenName} ${signatory.familyName}`, at: IN_TIME },
      // Accepted on 2 June: the 25th is the next pay day at least two working days ahead.
      payDay: '2026-06-25',
    });
    const entries = await owner.auditEntry.findMany({
      where: { action: 'statement.accept', outcome: 'done' },
    });
    expect(entries.map(({ subjectId }) => subjectId)).toEqual([accepted.id]);
  });

  it('closes it to disputes', async () => {
    const input = amountOf(accepted, await versionOf(accepted));
    expect(await answers.act(disputeStatement, input, answers.signatory)).toMatchObject({
      error: { problem: { status: 409, code: 'statement.accepted' } },
    });
  });
});

describe('disputing an amount', () => {
  it('is for a signatory of the provider, about an amount of the statement, with words', async () => {
    const { owner, office, act, signatory } = answers;
    const version = await versionOf(disputed);
    const reporter = await buildProviderActor(owner, 'reporter', { provider: office.provider });
    expect(await act(disputeStatement, amountOf(disputed, version), reporter)).toMatchObject({
      error: { problem: { status: 403 } },
    });
    expect(
      await act(disputeStatement, { ...amountOf(disputed, version), text: '  nej  ' }, signatory),
    ).toMatchObject({ error: { problem: { status: 422, errors: [{ pointer: '/text' }] } } });
    expect(await act(disputeStatement, amountOf(disputed, version, 'base:2027-01'), signatory)).toMatchObject(
      {
        error: { problem: { status: 404 } },
      },
    );
    const elsewhere = await buildOffice(owner);
    const stranger = await buildProviderActor(owner, 'signatory', { provider: elsewhere.provider });
    expect(await act(disputeStatement, amountOf(disputed, version), stranger)).toMatchObject({
      error: { problem: { status: 404 } },
    });
  });

  it('makes the statement wait, and tells the reviewer who decided, without a word about whom', async () => {
    await takeTold(answers);
    const version = await versionOf(disputed);
    const { act, signatory, owner } = answers;
    expect(await act(disputeStatement, amountOf(disputed, version), signatory)).toMatchObject({ ok: true });
    expect(await statementOf(answers, disputed.id)).toMatchObject({
      status: 'disputed',
      version: version + 1,
    });
    // 20 working days in February × 65 kr.
    expect(await owner.statementDispute.findMany({ include: { messages: true } })).toMatchObject([
      {
        amountOre: 130_000n,
        key: 'base:2026-02',
        closing: null,
        messages: [{ side: 'provider', text: why }],
      },
    ]);
    expect(await takeTold(answers)).toEqual(['decider@example.se: disputeRaised']);
  });

  it('is done once for an amount, while several amounts of a statement can be disputed', async () => {
    const { act, signatory, owner, app } = answers;
    const again = amountOf(disputed, await versionOf(disputed));
    expect(await act(disputeStatement, again, signatory)).toMatchObject({
      error: { problem: { status: 409, code: 'dispute.alreadyDisputed' } },
    });
    const other = amountOf(disputed, await versionOf(disputed), disputed.unpaidKey);
    const line = await owner.statementLine.findFirstOrThrow({ where: { statementId: disputed.id } });
    const asked = await ask(
      composeDispute,
      { statementId: disputed.id, asked: { line: String(line.id) } },
      { database: app, actor: signatory, now: IN_TIME },
    );
    expect(asked.ok && asked.value).toMatchObject({ amount: { key: line.key }, openDisputeId: null });
    const key = newId();
    const input = { ...other, placementId: line.placementId, key: line.key };
    const [first, second] = await Promise.all([
      act(disputeStatement, input, signatory, { key }),
      act(disputeStatement, input, signatory, { key }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await owner.statementDispute.count({ where: { statementId: disputed.id } })).toBe(2);
  });

  it('is refused once the answering period is over, though silence has not been noted yet', async () => {
    const late = await buildStatement(answers, '2026-05-24');
    expect((await statementOf(answers, late.id)).acceptBy).toEqual(new Date(`${ANSWER_BY}T00:00:00Z`));
    const now = new Date('2026-06-15T22:30:00Z');
    expect(plainDateFromDate(now)).toBe('2026-06-16');
    const input = amountOf(late, await versionOf(late));
    expect(await answers.act(disputeStatement, input, answers.signatory, { now })).toMatchObject({
      error: { problem: { code: 'statement.periodOver' } },
    });
  });

  it('does not hinder that the statement is accepted: the disputes go on', async () => {
    const { act, signatory, owner } = answers;
    const input = { statementId: disputed.id, version: await versionOf(disputed) };
    expect(await act(acceptStatement, input, signatory)).toMatchObject({ ok: true });
    expect((await statementOf(answers, disputed.id)).status).toBe('accepted');
    expect(await owner.statementDispute.count({ where: { statementId: disputed.id, closedAt: null } })).toBe(
      2,
    );
  });
});
