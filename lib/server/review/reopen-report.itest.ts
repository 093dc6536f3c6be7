import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { newId } from '#lib/server/ids.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';
import { reviewReport } from '#lib/server/review/review-report.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const REASON = 'Mötet den 14 januari ägde inte rum, enligt deltagaren.';

let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let anna: AuthorityActor;
let bo: AuthorityActor;
let signatory: ProviderActor;
beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 8);
  const provider = await buildProvider(setup.owner);
  office = await buildOffice(setup.owner, { provider });
  anna = await buildAuthorityActor(setup.owner, 'reviewer');
  bo = await buildAuthorityActor(setup.owner, 'reviewer');
  signatory = await buildProviderActor(setup.owner, 'signatory', { provider });
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

let placement: BuiltPlacement;
let reportId: string;
let today = plainDate('2026-03-01');

/** Level B from 2 January 2026, January reported and awaiting a decision; each test on days of its own. */
beforeEach(async () => {
  today = addDays(today, 60);
  placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
  reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01', status: 'submitted' });
});

const versionNow = async (): Promise<number> =>
  (await setup.owner.report.findUniqueOrThrow({ where: { id: reportId } })).version;
async function decide(
  actor: AuthorityActor,
  decision: 'approve' | 'return' | 'proposeReject' | 'reject',
  day = today,
) {
  const why = decision === 'approve' ? {} : { reasonCode: 'activityNotShown', reason: REASON };
  const input = { reportId, version: await versionNow(), decision, ...why };
  return await execute(decideOnReport, input, onDay(database, actor, day));
}
async function reopen(actor: AuthorityActor | ProviderActor, day = today, key = newId()) {
  const input = { reportId, version: await versionNow(), reason: REASON };
  return await execute(reopenDecidedReport, input, onDay(database, actor, day, key));
}
const shown = async (day = today) => {
  const page = await ask(
    reviewReport,
    { reportId },
    { database, actor: bo, now: new Date(`${day}T11:00:00Z`) },
  );
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
};
const posted = async (day: PlainDate) => (await postedByRun(setup, day)).get(placement.id) ?? 0;

// 2–30 January 2026 has 21 working days × 65 kr = 1 365 kr; February, unreported, has nothing to give.
const JANUARY = 136_500;

describe('the kronor that a reviewer sees', () => {
  it('before an approval are what the next run posts, and what the provider reads', async () => {
    const { effects } = await shown();
    expect(effects.approve).toMatchObject({
      differenceOre: JANUARY,
      nextAfterOre: JANUARY,
      nextBeforeOre: 0,
    });
    // Not decided, it is not paid: returning and rejecting change no kronor, but why it is not paid.
    expect(effects.return).toMatchObject({ differenceOre: 0, nextAfterOre: 0 });
    expect(effects.proposeReject).toMatchObject({ differenceOre: 0, nextAfterOre: 0 });
    expect((await decide(anna, 'approve')).ok).toBe(true);
    expect(await posted(today)).toBe(JANUARY);
    const read = await ask(
      monthPage,
      { month: month('2026-01'), placementId: placement.id },
      { database, actor: signatory, now: new Date(`${today}T11:00:00Z`) },
    );
    expect(read).toMatchObject({
      ok: true,
      value: { decision: { decision: 'approve', effectOre: JANUARY, nextOre: JANUARY } },
    });
  });

  it('move nothing while a paid report is taken up again, nor while its rejection is proposed', async () => {
    await decide(anna, 'approve');
    await postedByRun(setup, today);
    const later = addDays(today, 1);
    expect((await shown(later)).effects.reopen).toMatchObject({ differenceOre: 0, nextAfterOre: 0 });
    expect((await reopen(bo, later)).ok).toBe(true);
    expect(await setup.owner.report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({
      status: 'inReview',
      standingStatus: 'approved',
      takenByPersonId: bo.personId,
    });
    expect(await posted(later)).toBe(0);
    const { effects } = await shown(addDays(today, 2));
    expect(effects.return).toBeUndefined();
    expect(effects.proposeReject).toMatchObject({ differenceOre: -JANUARY, nextAfterOre: -JANUARY });
    expect((await decide(bo, 'proposeReject', addDays(today, 2))).ok).toBe(true);
    expect(await posted(addDays(today, 3))).toBe(0);
    // Final after the last day to answer: then, and exactly so much, it is set off.
    const over = addDays(today, 40);
    expect((await shown(over)).effects.reject).toMatchObject({ nextAfterOre: -JANUARY });
    expect((await decide(anna, 'reject', over)).ok).toBe(true);
    expect(await posted(over)).toBe(-JANUARY);
  });

  it('before a rejection is taken up and approved are what the next run pays', async () => {
    await decide(anna, 'proposeReject');
    const over = addDays(today, 40);
    await decide(anna, 'reject', over);
    expect((await reopen(bo, over)).ok).toBe(true);
    expect((await shown(over)).effects.approve).toMatchObject({ nextAfterOre: JANUARY });
    expect((await decide(bo, 'approve', over)).ok).toBe(true);
    expect(await posted(over)).toBe(JANUARY);
  });
});

describe('a decision is taken up again', () => {
  it('but what was paid is not returned', async () => {
    await decide(anna, 'approve');
    await reopen(bo);
    expect(await decide(bo, 'return')).toMatchObject({ error: { problem: { code: 'standsApproved' } } });
  });

  it('not by who submitted it, nor by a provider, nor without words', async () => {
    await decide(anna, 'approve');
    await setup.owner.$executeRaw`ALTER TABLE report DISABLE TRIGGER report_guard`;
    await setup.owner.report.update({ where: { id: reportId }, data: { submittedByPersonId: bo.personId } });
    await setup.owner.$executeRaw`ALTER TABLE report ENABLE TRIGGER report_guard`;
    expect(await reopen(bo)).toMatchObject({
      error: { problem: { errors: [{ code: 'ownSubmission' }] } },
    });
    expect(await reopen(signatory)).toMatchObject({ error: { problem: { status: 403 } } });
    const silent = { reportId, version: await versionNow(), reason: 'nej' };
    expect(await execute(reopenDecidedReport, silent, onDay(database, anna, today))).toMatchObject({
      error: { problem: { status: 422, errors: [{ pointer: '/reason' }] } },
    });
  });

  it('not from a version that has changed, and once however often it is asked', async () => {
    await decide(anna, 'approve');
    const stale = { reportId, version: 1, reason: REASON };
    expect(await execute(reopenDecidedReport, stale, onDay(database, bo, today))).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const input = { ...stale, version: await versionNow() };
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => execute(reopenDecidedReport, input, onDay(database, bo, today, key))),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await setup.owner.reportReopening.count({ where: { reportId } })).toBe(1);
  });
});
