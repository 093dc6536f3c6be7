import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#lib/server/command/execute.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { settleByTime } from '#lib/server/review/settle-by-time.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

let setup: RunSetup;
let app: Database;
let worker: Database;
let office: BuiltOffice;
beforeAll(async () => {
  setup = await openRunSetup();
  app = openDatabase(setup.test.appUrl, 2);
  worker = openDatabase(setup.test.workerUrl, 2);
  office = await buildOffice(setup.owner);
});
afterAll(async () => {
  await Promise.all([app.$disconnect(), worker.$disconnect()]);
  await closeRunSetup(setup);
});

/** January, sent on 3 February, with a hold: fourteen days later is 17 February. */
async function heldReport(): Promise<string> {
  const placement = await buildPlacement(setup.owner, { office, from: '2026-01-02' });
  const reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01', status: 'submitted' });
  await setup.owner.checkFinding.create({
    data: { reportId, code: 'MANDATORY_MISSING', severity: 'hold', facts: {} },
  });
  return reportId;
}
const statusOf = async (id: string) => (await setup.owner.report.findUniqueOrThrow({ where: { id } })).status;
const settleOn = async (day: string) => await settleByTime(worker, new Date(`${day}T10:00:00Z`));

test('nothing is deemed approved where the terms have no days for it', async () => {
  const report = await heldReport();
  expect(await settleOn('2026-06-01')).toEqual({ rejected: 0, approved: 0 });
  expect(await statusOf(report)).toBe('submitted');
});

test('what nobody has decided in their days is, holds or not, once; what is proposed to be rejected or returned never', async () => {
  const terms = await setup.owner.termsVersion.findFirstOrThrow({ orderBy: { validFrom: 'desc' } });
  const document = { ...(terms.document as object), deemedApprovalDays: 14 };
  await setup.owner.termsVersion.create({
    data: { ...terms, id: 'deemed', document, validFrom: new Date('2026-02-01') },
  });
  const [undecided, proposed, returned] = [await heldReport(), await heldReport(), await heldReport()];
  const drawn = await heldReport();
  await setup.owner.report.update({ where: { id: drawn }, data: { routeReason: 'sample' } });
  const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  const why = { reasonCode: 'minutes', reason: 'Minuterna stämmer inte med loggen.' };
  for (const [reportId, decision] of [
    [proposed, 'proposeReject'],
    [returned, 'return'],
  ]) {
    const input = { reportId, version: 1, decision, ...why };
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await execute(decideOnReport, input, onDay(app, reviewer, '2026-02-16'))).ok).toBe(true);
  }
  // On the last of the days, and on the day after it.
  await settleOn('2026-02-17');
  expect(await statusOf(undecided)).toBe('submitted');
  expect((await settleOn('2026-02-18')).approved).toBeGreaterThan(0);
  expect([await statusOf(undecided), await statusOf(proposed), await statusOf(returned)]).toEqual([
    'approved',
    'inReview',
    'returned',
  ]);
  // Nobody has looked at it, and its sample is not told before somebody has.
  expect(await statusOf(drawn)).toBe('submitted');
  expect(await setup.owner.reviewDecision.findMany({ where: { reportId: undecided } })).toMatchObject([
    { by: 'deemed', decision: 'approve', decidedByPersonId: null },
  ]);
  expect((await settleOn('2026-02-18')).approved).toBe(0);
});

test('an answer that is being written when silence is about to decide is waited for and seen', async () => {
  const reportId = await heldReport();
  const reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
  const input = {
    reportId,
    version: 1,
    decision: 'proposeReject',
    reasonCode: 'minutes',
    reason: 'Mötet syns inte i loggen.',
  };
  expect((await execute(decideOnReport, input, onDay(app, reviewer, '2026-02-16'))).ok).toBe(true);
  const { id: decisionId } = await setup.owner.reviewDecision.findFirstOrThrow({ where: { reportId } });
  const { replyBy } = await setup.owner.report.findUniqueOrThrow({ where: { id: reportId } });
  const repliedAt = new Date((replyBy?.getTime() ?? 0) + 22 * 3_600_000);
  const settling = await setup.owner.$transaction(async (tx) => {
    await tx.report.update({ where: { id: reportId }, data: { version: { increment: 1 } } });
    const data = {
      decisionId,
      reportId,
      text: 'Mötet ägde rum.',
      repliedByPersonId: reviewer.personId,
      repliedAt,
    };
    await tx.reviewReply.create({ data });
    const begun = settleOn('2026-06-01');
    await waitedFor();
    return { begun };
  });
  await settling.begun;
  expect(await statusOf(reportId)).toBe('inReview');
});

/** Until somebody waits for a lock. */
async function waitedFor(): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asked until it is so
    const [row] = await setup.owner.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`;
    if ((row?.n ?? 0) > 0) return;
  }
}
