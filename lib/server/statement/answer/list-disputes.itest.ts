import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '#lib/server/command/query.ts';
import { closeDispute } from '#lib/server/statement/answer/close-dispute.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import { listDisputes } from '#lib/server/statement/answer/list-disputes.ts';
import { readAnswer } from '#lib/server/statement/answer/read-answer.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import { showDispute } from '#lib/server/statement/answer/show-dispute.ts';
import {
  type Answers,
  buildStatement,
  type BuiltStatement,
  IN_TIME,
  openAnswers,
  statementOf,
} from '#lib/server/statement/answer/testing/answer-setup.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';

let answers: Answers;
let statement: BuiltStatement;

beforeAll(async () => {
  answers = await openAnswers();
  statement = await buildStatement(answers, '2026-03-24');
});
afterAll(() => answers.close());

async function open(of: BuiltStatement, key: string): Promise<string> {
  const { version } = await statementOf(answers, of.id);
  const opened = await answers.act(
    disputeStatement,
    {
      statementId: of.id,
      version,
      placementId: of.placement.id,
      key,
      text: 'Vi håller inte med om det här.',
    },
    answers.signatory,
  );
  if (!opened.ok) throw new Error(opened.error.problem.code);
  return opened.value.disputeId;
}

it('all providers’ disputes are listed for reviewers, the oldest first, searched by provider, open or closed', async () => {
  const { app, reviewer, office, owner, act } = answers;
  const asking = { database: app, actor: reviewer, now: IN_TIME };
  const list = async (show: 'open' | 'closed', q = '') => {
    const listed = await ask(listDisputes, { q, show, page: 1 }, asking);
    return listed.ok ? listed.value.disputes.items.map(({ id }) => id) : [];
  };
  const first = await open(statement, statement.paidKey);
  const second = await open(statement, statement.unpaidKey);
  await owner.$executeRaw`ALTER TABLE statement_dispute DISABLE TRIGGER statement_dispute_guard`;
  await owner.statementDispute.update({
    where: { id: second },
    data: { openedAt: new Date('2026-06-01T10:00:00Z') },
  });
  await owner.$executeRaw`ALTER TABLE statement_dispute ENABLE TRIGGER statement_dispute_guard`;
  expect(await list('open')).toEqual([second, first]);
  expect(await list('open', office.provider.name.toUpperCase())).toEqual([second, first]);
  expect(await list('open', 'finns inte')).toEqual([]);
  expect(await list('closed')).toEqual([]);
  const input = { disputeId: first, version: 1, effectOre: 0, text: 'Vi har räknat igenom det igen.' };
  expect(await act(closeDispute, input, reviewer)).toMatchObject({ ok: true });
  expect(await list('open')).toEqual([second]);
  expect(await list('closed')).toEqual([first]);
  const signatory = await buildProviderActor(owner, 'signatory', { provider: office.provider });
  const refused = await ask(listDisputes, { q: '', show: 'open', page: 1 }, { ...asking, actor: signatory });
  expect(refused).toMatchObject({ error: { status: 403 } });
});

it('a dispute about a protected participant shows the amount alone to those who are not named for them', async () => {
  const { app, owner, reviewer, signatory, act } = answers;
  const secret = await buildStatement(answers, '2026-05-30', { protected: true });
  await owner.protectedAccess.create({
    data: {
      participantId: secret.placement.participant.id,
      personId: signatory.personId,
      grantedAt: IN_TIME,
    },
  });
  const id = await open(secret, secret.unpaidKey);
  const shown = await ask(showDispute, { disputeId: id }, { database: app, actor: reviewer, now: IN_TIME });
  expect(shown.ok && shown.value.dispute).toMatchObject({
    isSeen: false,
    subject: { kind: 'protected' },
    messages: [],
    effect: null,
    report: null,
    // 20 working days in February × 65 kr.
    amountOre: 130_000,
  });
  expect(await act(replyDispute, { disputeId: id, text: 'Vilken dag var det?' }, reviewer)).toMatchObject({
    error: { problem: { status: 404 } },
  });
  const read = await ask(
    readAnswer,
    { statementId: secret.id },
    { database: app, actor: signatory, now: IN_TIME },
  );
  expect(read.ok && read.value.answer.disputes).toMatchObject([{ id, isSeen: true }]);
});
