import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { ask } from '#lib/server/command/query.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';
import {
  ANSWER_BY,
  type Answers,
  buildStatement,
  type BuiltStatement,
  IN_TIME,
  openAnswers,
} from '#lib/server/statement/answer/testing/answer-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

let answers: Answers;
let statement: BuiltStatement;

beforeAll(async () => {
  answers = await openAnswers();
  statement = await buildStatement(answers, '2026-03-24');
});
afterAll(() => answers.close());

async function statementsOf(actor: ProviderActor, now = IN_TIME) {
  const todo = await ask(todoList, { mine: false }, { database: answers.app, actor, now });
  if (!todo.ok) throw new Error(todo.error.code);
  return todo.value.items.filter(({ kind }) => kind === 'statement' || kind === 'dispute');
}

it('a statement is to be answered by the signatory, with its last day and what it pays', async () => {
  const { signatory, owner, office } = answers;
  expect(await statementsOf(signatory)).toEqual([
    // 21 days × 65 kr, with 25 % VAT rounded to whole kronor: 1 365 + 341,25 = 1 706.
    {
      kind: 'statement',
      statementId: statement.id,
      cutOff: '2026-03-24',
      dueOn: ANSWER_BY,
      payableOre: 170_600,
    },
  ]);
  expect(await statementsOf(signatory, new Date('2026-06-15T20:00:00Z'))).toHaveLength(1);
  expect(await statementsOf(signatory, new Date('2026-06-15T22:30:00Z'))).toEqual([]);
  const reporter = await buildProviderActor(owner, 'reporter', { provider: office.provider });
  expect(await statementsOf(reporter)).toEqual([]);
  const elsewhere = await buildProviderActor(owner, 'signatory', {
    provider: (await buildOffice(owner)).provider,
  });
  expect(await statementsOf(elsewhere)).toEqual([]);
});

it('once it is disputed it waits for the authority, and comes back with the authority’s answer', async () => {
  const { act, signatory, reviewer, owner, office } = answers;
  const opened = await act(
    disputeStatement,
    {
      statementId: statement.id,
      version: (await owner.statement.findUniqueOrThrow({ where: { id: statement.id } })).version,
      placementId: statement.placement.id,
      key: statement.unpaidKey,
      text: 'Vi håller inte med om det.',
    },
    signatory,
  );
  if (!opened.ok) throw new Error(opened.error.problem.code);
  expect(await statementsOf(signatory)).toEqual([]);
  const { disputeId } = opened.value;
  await act(replyDispute, { disputeId, text: 'Vilken dag var mötet?' }, reviewer);
  const answered = {
    kind: 'dispute',
    disputeId,
    statementId: statement.id,
    cutOff: '2026-03-24',
    answeredOn: '2026-06-02',
  };
  expect(await statementsOf(signatory)).toEqual([answered]);
  const south = await buildOffice(owner, { provider: office.provider });
  const scoped = await buildProviderActor(owner, 'signatory', {
    provider: office.provider,
    offices: [south],
  });
  expect(await statementsOf(scoped)).toEqual([]);
  await act(replyDispute, { disputeId, text: 'Den 14 februari.' }, signatory);
  expect(await statementsOf(signatory)).toEqual([]);
});
