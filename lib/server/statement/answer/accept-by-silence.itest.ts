import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptBySilence } from '#lib/server/statement/answer/accept-by-silence.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import {
  ANSWER_BY,
  type Answers,
  buildStatement,
  type BuiltStatement,
  openAnswers,
  statementOf,
  takeMails,
} from '#lib/server/statement/answer/testing/answer-setup.ts';

let answers: Answers;
let silent: BuiltStatement;
let disputed: BuiltStatement;
let older: BuiltStatement;

beforeAll(async () => {
  answers = await openAnswers();
  silent = await buildStatement(answers, '2026-03-24');
  disputed = await buildStatement(answers, '2026-04-24');
  older = await buildStatement(answers, '2026-05-24');
  const { owner, act, signatory } = answers;
  await owner.statement.update({ where: { id: older.id }, data: { acceptBy: null } });
  const { version } = await statementOf(answers, disputed.id);
  const { placement, unpaidKey: key } = disputed;
  await act(
    disputeStatement,
    { statementId: disputed.id, version, placementId: placement.id, key, text: 'Vi håller inte med om det.' },
    signatory,
  );
  await takeMails(answers);
});
afterAll(() => answers.close());

/** Some hours of a day in Sweden: noon, unless another instant is given. */
const at = (time: string) => acceptBySilence(answers.worker, new Date(time));
const statusOf = async ({ id }: BuiltStatement) => (await statementOf(answers, id)).status;

it('gives what was proposed without an answering period one, counted from today, and once', async () => {
  expect(await at('2026-06-02T10:00:00Z')).toEqual({ opened: 1, accepted: 0, reminded: 0 });
  expect((await statementOf(answers, older.id)).acceptBy).toEqual(new Date('2026-06-16T00:00:00Z'));
  expect(await at('2026-06-03T10:00:00Z')).toEqual({ opened: 0, accepted: 0, reminded: 0 });
});

it('reminds the signatories once, two working days before the last day', async () => {
  expect(ANSWER_BY).toBe('2026-06-15');
  // A Monday: the Wednesday before is three working days ahead, the Thursday two.
  expect(await at('2026-06-10T21:59:00Z')).toMatchObject({ reminded: 0 });
  expect(await at('2026-06-10T22:01:00Z')).toMatchObject({ reminded: 1 });
  expect(await at('2026-06-11T16:00:00Z')).toMatchObject({ reminded: 0 });
  expect(await takeMails(answers)).toEqual(['signatory@example.se: Svara på ert underlag']);
});

it('does not accept on the last day, not in its last minute', async () => {
  expect(await at('2026-06-15T21:59:00Z')).toMatchObject({ accepted: 0 });
  expect(await statusOf(silent)).toBe('proposed');
});

it('accepts in the first minute after it, once, and leaves what is disputed', async () => {
  const { version } = await statementOf(answers, silent.id);
  const now = '2026-06-15T22:01:00Z';
  const [first, second] = await Promise.all([at(now), at(now)]);
  expect(first.accepted + second.accepted).toBe(1);
  expect(await statementOf(answers, silent.id)).toMatchObject({
    status: 'accepted',
    acceptedBy: 'silence',
    acceptedByPersonId: null,
    acceptedAt: new Date(now),
    version: version + 1,
  });
  expect(await at('2026-09-01T10:00:00Z')).toMatchObject({ accepted: 1 });
  expect(await statusOf(older)).toBe('accepted');
  expect(await statusOf(disputed)).toBe('disputed');
});

it('leaves an entry in the log for each, as the worker', async () => {
  const entries = await answers.owner.auditEntry.findMany({
    where: { action: { in: ['statement.openPeriod', 'statement.silence', 'statement.remind'] } },
    orderBy: { id: 'asc' },
  });
  expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ['statement.openPeriod', older.id],
    ['statement.remind', silent.id],
    ['statement.remind', older.id],
    ['statement.silence', silent.id],
    ['statement.silence', older.id],
  ]);
  expect(
    entries.every(({ actorKind, actorKey }) => actorKind === 'job' && actorKey === 'job:statement.silence'),
  ).toBe(true);
});
