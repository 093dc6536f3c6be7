import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { everyRole } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { checkPrecision } from '#lib/server/insight/check-precision.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month } from '#lib/shared/month.ts';

// How often each check was right, by those who decided (review section 1).
let world: World;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;
const now = new Date('2026-06-20T08:00:00Z');

beforeAll(async () => {
  world = await buildWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  placement = await buildPlacement(world.owner, { office: world.office });
});
afterAll(() => world.close());

const ask = async (from: string, to: string) => {
  const page = await world.read(
    checkPrecision,
    { from: month(from), to: month(to) },
    { actor: reviewer, now },
  );
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return (code: string) => page.value.checks.find((check) => check.code === code);
};

type Found = {
  readonly submittedOn: string;
  readonly status?: 'withdrawn' | 'superseded' | 'approved';
  readonly said?: readonly boolean[];
};

/** A report in which a check found something, decided as often as it was judged. */
async function found(of: string, code: string, { submittedOn, status, said = [] }: Found): Promise<void> {
  const placed = await buildPlacement(world.owner, { office: world.office });
  const reportId = await buildStoredReport(world.owner, {
    placement: placed,
    month: of,
    submittedOn,
    status: status ?? 'approved',
  });
  await world.owner.checkFinding.create({ data: { reportId, code, severity: 'flag', facts: {} } });
  for (const [at, upheld] of said.entries()) {
    const decisionId = newId();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await world.owner.reviewDecision.create({
      data: {
        id: decisionId,
        reportId,
        decision: 'approve',
        decidedByPersonId: reviewer.personId,
        decidedAt: new Date(`2026-06-1${at}T08:00:00Z`),
      },
    });
    // oxlint-disable-next-line no-await-in-loop -- as above
    await world.owner.$executeRaw`INSERT INTO finding_verdict (decision_id, report_id, code, upheld)
      VALUES (${decisionId}::uuid, ${reportId}::uuid, ${code}, ${upheld})`;
  }
}

test('is counted of what came in during the months: the last that was said counts, what was taken back does not', async () => {
  await found('2026-03', 'LATE', { submittedOn: '2026-04-20', said: [false, true] });
  await found('2026-03', 'LATE', { submittedOn: '2026-04-30', said: [false] });
  await found('2026-03', 'LATE', { submittedOn: '2026-04-30' });
  await found('2026-03', 'LATE', { submittedOn: '2026-04-15', status: 'withdrawn' });
  await found('2026-03', 'LATE', { submittedOn: '2026-05-01', said: [true] });
  const april = await ask('2026-04', '2026-04');
  expect(april('LATE')).toMatchObject({ found: 3, judged: 2, upheld: 1, precision: null });
  const both = await ask('2026-04', '2026-05');
  expect(both('LATE')).toMatchObject({ found: 4, judged: 3, upheld: 2 });
  expect(april('COPIED_TEXT')).toMatchObject({ found: 0, judged: 0 });
});

test('is told with its interval from ten judged on, of outcomes too', async () => {
  for (let at = 0; at < 12; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await found('2026-01', 'COPIED_HOURS', { submittedOn: '2026-02-05', said: [at < 9] });
  }
  const outcomeId = await buildOutcome(world.owner, {
    placement,
    from: '2026-02-01',
    signalledOn: '2026-02-02',
  });
  const { submittedAt } = await world.owner.outcome.findUniqueOrThrow({ where: { id: outcomeId } });
  const code = 'RELATED_EMPLOYER';
  await world.owner.outcomeFinding.create({ data: { outcomeId, code, severity: 'hold', facts: {} } });
  const decisionId = newId();
  await world.owner.outcomeDecision.create({
    data: {
      id: decisionId,
      outcomeId,
      decision: 'approve',
      decidedByPersonId: reviewer.personId,
      decidedAt: now,
    },
  });
  await world.owner.outcomeFindingVerdict.create({ data: { outcomeId, code, upheld: true, decisionId } });
  const february = await ask('2026-02', '2026-02');
  expect(february('COPIED_HOURS')).toMatchObject({
    found: 12,
    judged: 12,
    upheld: 9,
    precision: { share: 0.75 },
  });
  const came = submittedAt.toISOString().slice(0, 7);
  expect((await ask(came, came))(code)).toMatchObject({ found: 1, judged: 1, upheld: 1 });
});

test('is read by those who review, answer for the service and audit it, by nobody else', async () => {
  for (const [name, actor] of await everyRole(world)) {
    const page = await world.read(checkPrecision, { from: null, to: null }, { actor, now });
    expect([name, page.ok]).toEqual([name, ['reviewer', 'agreementAdmin', 'auditor'].includes(name)]);
  }
});
