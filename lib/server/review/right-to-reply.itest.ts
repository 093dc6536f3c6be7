import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask as askQuery } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { reviewReasons } from '#lib/server/review/count-reasons.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { askForReconsideration } from '#lib/server/review/reconsider-report.ts';
import { replyToRejection } from '#lib/server/review/reply-to-proposal.ts';
import { settleByTime } from '#lib/server/review/settle-by-time.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const WHY = { reasonCode: 'activityNotShown', reason: 'Mötet den 14 januari ägde inte rum.' };
const WORDS = 'Närvarolistan visar att deltagaren var med på mötet.';
// A Tuesday; ten working days later is Tuesday 24 March.
const DAY = plainDate('2026-03-10');
const LAST_DAY = plainDate('2026-03-24');
const AFTER = plainDate('2026-03-25');

let setup: RunSetup;
let database: Database;
let worker: Database;
let office: BuiltOffice;
let anna: AuthorityActor;
let bo: AuthorityActor;
let coach: ProviderActor;
let stranger: ProviderActor;
let reportId: string;

beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 8);
  worker = openDatabase(setup.test.workerUrl, 2);
  const provider = await buildProvider(setup.owner);
  office = await buildOffice(setup.owner, { provider });
  anna = await buildAuthorityActor(setup.owner, 'reviewer');
  bo = await buildAuthorityActor(setup.owner, 'reviewer');
  coach = await buildProviderActor(setup.owner, 'coach', { provider });
  stranger = await buildProviderActor(setup.owner, 'signatory', {
    provider: await buildProvider(setup.owner),
  });
});
afterAll(async () => {
  await Promise.all([database.$disconnect(), worker.$disconnect()]);
  await closeRunSetup(setup);
});

beforeEach(async () => {
  const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
  reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01', status: 'submitted' });
  await setup.owner.reportRow.createMany({
    data: [
      { reportId, activity: 'individualMeeting', form: 'onSite', minutes: 120 },
      { reportId, activity: 'ownWork', minutes: 480 },
    ],
  });
  await setup.owner.checkFinding.create({
    data: { reportId, code: 'MANDATORY_MISSING', severity: 'hold', facts: {} },
  });
});

const now = async () => await setup.owner.report.findUniqueOrThrow({ where: { id: reportId } });
async function give<I, S, C, O>(
  command: Command<I, S, C, O>,
  actor: AuthorityActor | ProviderActor,
  input: object,
  day = DAY,
) {
  const { version } = await now();
  return await execute(command, { reportId, version, ...input }, onDay(database, actor, day));
}
const propose = () => give(decideOnReport, anna, { decision: 'proposeReject', ...WHY });
const reject = (actor: AuthorityActor, day = DAY) =>
  give(decideOnReport, actor, { decision: 'reject', ...WHY }, day);
const reply = (actor: ProviderActor, day = DAY) => give(replyToRejection, actor, { text: WORDS }, day);
const ask = (actor: ProviderActor, day = DAY) => give(askForReconsideration, actor, { text: WORDS }, day);
const eventsOf = async (personId: string) =>
  (await setup.owner.notification.findMany({ where: { personId, subjectId: reportId } })).map(
    ({ event }) => event,
  );
const code = (result: { ok: boolean }) =>
  'error' in result ? (result as { error: { problem: { code: string } } }).error.problem.code : 'done';

describe('a rejection', () => {
  it('is proposed with a last day to answer, told, and final when it has been answered', async () => {
    expect((await propose()).ok).toBe(true);
    expect(await now()).toMatchObject({
      status: 'inReview',
      takenByPersonId: null,
      replyBy: new Date(LAST_DAY),
    });
    expect(await setup.owner.reviewDecision.findMany({ where: { reportId } })).toMatchObject([
      { decision: 'proposeReject', lastDay: new Date(LAST_DAY), reasonVersion: 1 },
    ]);
    expect(code(await reject(bo))).toBe('replyNotOver');
    expect((await reply(coach)).ok).toBe(true);
    expect(await eventsOf(anna.personId)).toEqual(['rejectionAnswered']);
    expect(code(await reply(coach))).toBe('alreadyAnswered');
    // The same reviewer may: it is no reconsideration.
    expect((await reject(anna)).ok).toBe(true);
    expect(await now()).toMatchObject({ status: 'rejected', replyBy: null });
  });

  it('is answered by nobody but the provider, through the last day, and final in silence the day after', async () => {
    await propose();
    expect(code(await reply(stranger))).toBe('notFound');
    expect(code(await reply(coach, AFTER))).toBe('replyOver');
    // Half past eleven in the evening of the last day, and an hour later, in Sweden.
    expect(await settleByTime(worker, new Date(`${LAST_DAY}T22:30:00Z`))).toMatchObject({ rejected: 0 });
    expect(await settleByTime(worker, new Date(`${LAST_DAY}T23:30:00Z`))).toMatchObject({ rejected: 1 });
    expect(await now()).toMatchObject({ status: 'rejected' });
    expect(await settleByTime(worker, new Date(`${AFTER}T10:00:00Z`))).toMatchObject({ rejected: 0 });
    const [proposal, final] = await setup.owner.reviewDecision.findMany({
      where: { reportId },
      orderBy: { decidedAt: 'asc' },
    });
    expect(final).toMatchObject({
      by: 'silence',
      decidedByPersonId: null,
      proposalId: proposal?.id,
      reason: WHY.reason,
    });
    expect(await eventsOf(coach.personId)).toEqual([]);
  });

  it('that became final in silence is reconsidered by another than who proposed it', async () => {
    await propose();
    await settleByTime(worker, new Date(`${AFTER}T10:00:00Z`));
    expect((await ask(coach, AFTER)).ok).toBe(true);
    expect(await give(decideOnReport, anna, { decision: 'approve' }, AFTER)).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownDecision' }] } },
    });
    expect((await give(decideOnReport, bo, { decision: 'approve' }, AFTER)).ok).toBe(true);
  });

  it('waits for a person where it was answered, however long', async () => {
    await propose();
    await reply(coach, LAST_DAY);
    expect(await settleByTime(worker, new Date('2026-06-01T10:00:00Z'))).toMatchObject({ rejected: 0 });
    expect((await give(decideOnReport, bo, { decision: 'approve' }, AFTER)).ok).toBe(true);
    expect(await now()).toMatchObject({ status: 'approved', replyBy: null });
  });

  it('is not decided from before the answer', async () => {
    await propose();
    const { version } = await now();
    await reply(coach);
    const stale = { reportId, version, decision: 'reject', ...WHY };
    expect(await execute(decideOnReport, stale, onDay(database, bo, DAY))).toMatchObject({
      error: {
        problem: {
          status: 409,
          code: 'conflict',
          errors: expect.arrayContaining([expect.objectContaining({ code: 'changed.replied' })]),
        },
      },
    });
  });

  it('stands in the queue as waiting, then as answered or over, for whoever takes it', async () => {
    const replyIn = async (show: 'all' | 'free', day = DAY) => {
      const queue = await askQuery(
        reviewQueue,
        { ...WHOLE_QUEUE, show },
        { database, actor: bo, now: new Date(`${day}T11:00:00Z`) },
      );
      return queue.ok ? queue.value.cases.find(({ id }) => id === reportId)?.reply : undefined;
    };
    expect(await replyIn('free')).toBe('none');
    await propose();
    expect([await replyIn('all'), await replyIn('free')]).toEqual(['waiting', undefined]);
    expect(await replyIn('free', AFTER)).toBe('over');
    await reply(coach);
    expect(await replyIn('free')).toBe('answered');
  });

  it('is not decided by somebody who works for the provider, too', async () => {
    const { personId, givenName, familyName } = coach;
    const both = await buildAuthorityActor(setup.owner, 'reviewer', {
      person: { id: personId, givenName, familyName },
    });
    expect(await give(decideOnReport, both, { decision: 'approve' })).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownOrganisation' }] } },
    });
    const { version } = await now();
    const together = { reports: [{ reportId, version }] };
    expect(await execute(approveReports, together, onDay(database, both, DAY))).toMatchObject({
      error: { problem: { errors: [{ pointer: '/reports/0', code: 'ownOrganisation' }] } },
    });
    const row = { reportId, decision: 'approve', decidedByPersonId: personId, decidedAt: new Date() };
    await expect(setup.owner.reviewDecision.create({ data: { id: newId(), ...row } })).rejects.toThrow(
      'nobody decides on their own organisation',
    );
  });
});

describe('fewer minutes', () => {
  const fewer = (approvedMinutes: number, actor = anna) =>
    give(decideOnReport, actor, {
      decision: 'approveFewer',
      rows: [
        { activity: 'individualMeeting', form: 'onSite', approvedMinutes, reasonCode: 'minutes', text: '' },
      ],
      verdicts: { MANDATORY_MISSING: 'falseAlarm' },
    });
  const rows = async () =>
    (await setup.owner.reportRow.findMany({ where: { reportId }, orderBy: { id: 'asc' } })).map(
      ({ minutes, approvedMinutes }) => [minutes, approvedMinutes],
    );

  it('stand beside what was reported, with the verdict on each finding', async () => {
    expect((await fewer(90)).ok).toBe(true);
    expect(await rows()).toEqual([
      [120, 90],
      [480, null],
    ]);
    expect(await setup.owner.findingVerdict.findMany({ where: { reportId } })).toMatchObject([
      { code: 'MANDATORY_MISSING', upheld: false },
    ]);
    expect(await eventsOf(coach.personId)).toEqual([]);
  });

  it('are never more than was reported', async () => {
    expect(await fewer(135)).toMatchObject({
      error: { problem: { status: 422, errors: [{ code: 'minutesAboveReported' }] } },
    });
    expect(await now()).toMatchObject({ status: 'submitted' });
  });

  it('are reconsidered once, by another; until then they count, and an approval of all gives them back', async () => {
    await fewer(90);
    expect(code(await ask(stranger))).toBe('notFound');
    expect(code(await ask(coach, AFTER))).toBe('tooLateToAsk');
    expect((await ask(coach, LAST_DAY)).ok).toBe(true);
    expect(await now()).toMatchObject({
      status: 'inReview',
      standingStatus: 'approved',
      route: 'person',
      routeReason: 'reopened',
    });
    expect(await rows()).toEqual([
      [120, 90],
      [480, null],
    ]);
    expect(await give(decideOnReport, anna, { decision: 'approve' }, LAST_DAY)).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownDecision' }] } },
    });
    expect((await give(decideOnReport, bo, { decision: 'approve' }, LAST_DAY)).ok).toBe(true);
    expect(await rows()).toEqual([
      [120, null],
      [480, null],
    ]);
    expect(code(await ask(coach, LAST_DAY))).toBe('notReconsiderable');
  });

  it('that reconsideration leads to are not reconsidered again', async () => {
    await fewer(90);
    await ask(coach);
    await fewer(105, bo);
    expect(code(await ask(coach))).toBe('alreadyReconsidered');
  });
});

it('reasons are counted by code, month and provider: proposals are not, rows are', async () => {
  const count = async () => {
    const counted = await askQuery(
      reviewReasons,
      { providerId: office.provider.id },
      { database, actor: bo, now: new Date('2026-12-31T11:00:00Z') },
    );
    if (!counted.ok) throw new Error(counted.error.code);
    const sum = (part: 'returned' | 'rejected' | 'rows') =>
      counted.value.reduce((total, row) => total + row[part], 0);
    return { returned: sum('returned'), rejected: sum('rejected'), rows: sum('rows') };
  };
  const before = await count();
  await propose();
  expect(await count()).toEqual(before);
  await reject(anna, AFTER);
  expect(await count()).toEqual({ ...before, rejected: before.rejected + 1 });
  expect(before.rows).toBeGreaterThan(0);
});
