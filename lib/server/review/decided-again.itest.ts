import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask as askQuery } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { askForReconsideration } from '#lib/server/review/reconsider-report.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';
import { replyToRejection } from '#lib/server/review/reply-to-proposal.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { reviewReport } from '#lib/server/review/review-report.ts';
import { WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { type BuiltOffice, buildOffice } from '#lib/server/testing/builders/office.ts';
import { type BuiltPlacement, buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const WHY = { reasonCode: 'activityNotShown', reason: 'Mötet den 14 januari ägde inte rum.' };
const WORDS = 'Närvarolistan visar att deltagaren var med på mötet.';
// A Tuesday; who is proposed a rejection may answer through Tuesday 24 March.
const DAY = plainDate('2026-03-10');
const AFTER = plainDate('2026-03-25');

let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let anna: AuthorityActor;
let bo: AuthorityActor;
let coach: ProviderActor;
let placement: BuiltPlacement;
let reportId: string;

beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 4);
  const provider = await buildProvider(setup.owner);
  office = await buildOffice(setup.owner, { provider });
  anna = await buildAuthorityActor(setup.owner, 'reviewer');
  bo = await buildAuthorityActor(setup.owner, 'reviewer');
  coach = await buildProviderActor(setup.owner, 'coach', { provider });
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});
beforeEach(async () => {
  placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
  reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01', status: 'submitted' });
});

const versionNow = async () =>
  (await setup.owner.report.findUniqueOrThrow({ where: { id: reportId } })).version;
async function give<I, S, C, O>(
  command: Command<I, S, C, O>,
  actor: AuthorityActor | ProviderActor,
  input: object,
  day = DAY,
) {
  const given = { reportId, version: await versionNow(), ...input };
  return await execute(command, given, onDay(database, actor, day));
}
async function done(given: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await given;
  if (!result.ok) throw new Error(JSON.stringify(result));
}
const decide = (actor: AuthorityActor, decision: string, day = DAY) =>
  give(decideOnReport, actor, { decision, ...(decision === 'approve' ? {} : WHY) }, day);

/** The version that takes the place of the report. */
async function complete(): Promise<void> {
  const { number } = await setup.owner.report.update({
    where: { id: reportId },
    data: { status: 'superseded' },
  });
  const version = { status: 'submitted', number: number + 1, supersedesId: reportId } as const;
  reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01', ...version });
}

test('what is returned on reconsideration is decided by another, too, once it has been completed', async () => {
  await done(decide(anna, 'proposeReject'));
  await done(decide(anna, 'reject', AFTER));
  await done(give(askForReconsideration, coach, { text: WORDS }, AFTER));
  await done(decide(bo, 'return', AFTER));
  await complete();
  expect(await decide(anna, 'approve', AFTER)).toMatchObject({
    error: { problem: { status: 403, errors: [{ code: 'ownDecision' }] } },
  });
  const together = { reports: [{ reportId, version: await versionNow() }] };
  expect((await execute(approveReports, together, onDay(database, anna, AFTER))).ok).toBe(false);
  const row = { reportId, decision: 'approve', decidedByPersonId: anna.personId, decidedAt: new Date() };
  await expect(setup.owner.reviewDecision.create({ data: { id: newId(), ...row } })).rejects.toThrow(
    'nobody reconsiders their own decision',
  );
  await done(decide(bo, 'approve', AFTER));
  // What was reconsidered is decided: a later version of the month is anybody's.
  await complete();
  await done(decide(anna, 'approve', AFTER));
});

test('an answer is one to the proposal that stands, not to another with the same last day', async () => {
  const replies = async () => {
    const at = { database, actor: bo, now: new Date(`${DAY}T11:00:00Z`) };
    const queue = await askQuery(reviewQueue, { ...WHOLE_QUEUE, show: 'all' }, at);
    const page = await askQuery(reviewReport, { reportId }, at);
    if (!queue.ok || !page.ok) throw new Error('The report is not seen');
    return [queue.value.cases.find(({ id }) => id === reportId)?.reply, page.value.reply];
  };
  await done(decide(anna, 'proposeReject'));
  expect(await replies()).toEqual(['waiting', 'waiting']);
  await done(give(replyToRejection, coach, { text: WORDS }));
  expect(await replies()).toEqual(['answered', 'answered']);
  await done(decide(bo, 'approve'));
  await done(give(reopenDecidedReport, bo, { reason: 'Närvarolistan gäller en annan dag.' }));
  await done(decide(bo, 'proposeReject'));
  expect(await replies()).toEqual(['waiting', 'waiting']);
});
