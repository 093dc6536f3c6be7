import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { handBackReport } from '#lib/server/review/hand-back-report.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { reviewReport } from '#lib/server/review/review-report.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData, TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-02-12T09:00:00Z');
let test: TestDatabase;
let owner: Database;
let database: Database;
let placement: BuiltPlacement;
let reviewer: AuthorityActor;
let colleague: AuthorityActor;
let signatory: ProviderActor;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 4);
  database = openDatabase(test.appUrl, 12);
  await buildReferenceData(owner);
  reviewer = await buildAuthorityActor(owner, 'reviewer');
  colleague = await buildAuthorityActor(owner, 'reviewer');
  const provider = await buildProvider(owner);
  const office = await buildOffice(owner, { contract: await buildContract(owner, { provider }) });
  placement = await buildPlacement(owner, { office });
  signatory = await buildProviderActor(owner, 'signatory', { provider });
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), database.$disconnect()]);
  await test.drop();
});

let month = 0;
let reportId: string;

/** A submitted report for a month of its own. */
beforeEach(async () => {
  month += 1;
  reportId = newId();
  await owner.report.create({
    data: {
      id: reportId,
      placementId: placement.id,
      participantId: placement.participant.id,
      providerId: placement.office.provider.id,
      officeId: placement.office.id,
      month: toUtcDate(
        plainDate(
          `20${String(26 + Math.floor(month / 12)).padStart(2, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`,
        ),
      ),
      status: 'submitted',
      submittedOn: toUtcDate(plainDate('2026-02-02')),
      submittedAt: now,
      submittedByPersonId: signatory.personId,
      source: 'form',
      contentHash: 'x',
      decideBy: toUtcDate(plainDate('2026-02-16')),
      amountOre: 149_500n,
      rows: { create: [{ activity: 'individualMeeting', form: 'onSite', minutes: 60 }] },
    },
  });
});

const as = (actor: AuthorityActor | ProviderActor, idempotencyKey: string = newId()) => ({
  database,
  actor,
  now,
  idempotencyKey,
});
const refusal = { reasonCode: 'minutes', reason: 'Mötet 14 januari var kortare än det som redovisats.' };
const statusOf = async () => (await owner.report.findUniqueOrThrow({ where: { id: reportId } })).status;

describe('a reviewer', () => {
  it('reads which checks could not be assessed, since nothing of the month was logged when the report came', async () => {
    const { month: date, submittedAt } = await owner.report.findUniqueOrThrow({ where: { id: reportId } });
    const log = async (createdAt: Date) =>
      await owner.activityEntry.create({
        data: {
          id: newId(),
          placementId: placement.id,
          date,
          activity: 'mapping',
          form: 'onSite',
          minutes: 60,
          createdAt,
          createdByPersonId: signatory.personId,
        },
      });
    const unknown = async () => {
      const page = await ask(reviewReport, { reportId }, { database, actor: reviewer, now });
      return page.ok ? page.value.notAssessed : null;
    };
    await log(new Date(submittedAt.getTime() + 60_000));
    expect(await unknown()).toEqual(['IMPOSSIBLE_TIME', 'MEETING_INTERVAL']);
    await log(submittedAt);
    expect(await unknown()).toEqual([]);
  });

  it('sees the report in the queue and everything about it on one page, and the log says so', async () => {
    const queue = await ask(reviewQueue, WHOLE_QUEUE, { database, actor: reviewer, now });
    expect(queue.ok && queue.value.cases.some(({ id }) => id === reportId)).toBe(true);
    const page = await ask(reviewReport, { reportId }, { database, actor: reviewer, now });
    expect(page).toMatchObject({
      ok: true,
      value: { id: reportId, status: 'submitted', amountOre: 149_500, rows: [{ minutes: 60 }] },
    });
    const reads = await owner.auditEntry.findMany({
      where: { personId: reviewer.personId, outcome: 'read', subjectId: reportId },
    });
    expect(reads.map(({ participantIds }) => participantIds)).toEqual([[placement.participant.id]]);
  });

  it('approves what nobody has taken', async () => {
    expect(
      await execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(reviewer)),
    ).toEqual({
      ok: true,
      value: { reportId, version: 2 },
    });
    expect(await statusOf()).toBe('approved');
  });

  it('returns with a reason, which the provider is told of without personal data', async () => {
    expect(
      (await execute(decideOnReport, { reportId, version: 1, decision: 'return', ...refusal }, as(reviewer)))
        .ok,
    ).toBe(true);
    expect(await statusOf()).toBe('returned');
    expect(await owner.reviewDecision.findMany({ where: { reportId } })).toMatchObject([
      { decision: 'return', ...refusal },
    ]);
  });

  it('cannot reject without saying why', async () => {
    const result = await execute(
      decideOnReport,
      { reportId, version: 1, decision: 'reject', reasonCode: 'minutes', reason: 'nej' },
      as(reviewer),
    );
    expect(result).toMatchObject({
      ok: false,
      error: { problem: { status: 422, errors: [{ pointer: '/reason' }] } },
    });
    expect(await statusOf()).toBe('submitted');
  });

  it('is told when a colleague has taken it, before the work and at the decision', async () => {
    await execute(takeReport, { reportId, version: 1 }, as(colleague));
    expect(await execute(takeReport, { reportId, version: 2 }, as(reviewer))).toMatchObject({
      ok: false,
      error: { problem: { status: 409 } },
    });
    expect(
      await execute(decideOnReport, { reportId, version: 2, decision: 'approve' }, as(reviewer)),
    ).toMatchObject({
      ok: false,
      error: { problem: { code: 'takenByColleague' } },
    });
    await execute(handBackReport, { reportId, version: 2 }, as(colleague));
    expect(
      (await execute(decideOnReport, { reportId, version: 3, decision: 'approve' }, as(reviewer))).ok,
    ).toBe(true);
  });

  it('cannot decide on a version that has changed', async () => {
    await execute(takeReport, { reportId, version: 1 }, as(reviewer));
    expect(
      await execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(reviewer)),
    ).toMatchObject({
      ok: false,
      error: { problem: { status: 409, code: 'conflict' } },
    });
  });

  it('gets the same answer to the same key, and 422 for another body under it', async () => {
    const key = newId();
    const first = await execute(
      decideOnReport,
      { reportId, version: 1, decision: 'approve' },
      as(reviewer, key),
    );
    expect(
      await execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(reviewer, key)),
    ).toEqual(first);
    expect(
      await execute(decideOnReport, { reportId, version: 2, decision: 'approve' }, as(reviewer, key)),
    ).toMatchObject({
      error: { problem: { code: 'idempotencyKeyReused', status: 422 } },
    });
  });

  it('makes one effect of twenty clicks at once', async () => {
    const key = newId();
    const results = await Promise.all(
      Array.from({ length: 20 }, () =>
        execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(reviewer, key)),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await owner.reviewDecision.count({ where: { reportId } })).toBe(1);
  });

  it('loses no decision when many decide at once: one wins, the others are told', async () => {
    const reviewers = await Promise.all(
      Array.from({ length: 8 }, () => buildAuthorityActor(owner, 'reviewer')),
    );
    const results = await Promise.all(
      reviewers.map((actor) =>
        execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(actor)),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owner.reviewDecision.count({ where: { reportId } })).toBe(1);
  });
});

describe('nobody else', () => {
  it('decides: a provider is refused, and the refusal is logged', async () => {
    expect(
      await execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(signatory)),
    ).toMatchObject({
      error: { problem: { status: 403 } },
    });
    expect(
      await owner.auditEntry.count({
        where: { personId: signatory.personId, action: 'report.decide', outcome: 'refused' },
      }),
    ).toBeGreaterThan(0);
    expect(await statusOf()).toBe('submitted');
  });

  it('decides on their own submission, whatever other role they hold', async () => {
    const person = {
      id: signatory.personId,
      givenName: signatory.givenName,
      familyName: signatory.familyName,
    };
    const both = await buildAuthorityActor(owner, 'reviewer', { person });
    expect(
      await execute(decideOnReport, { reportId, version: 1, decision: 'approve' }, as(both)),
    ).toMatchObject({
      error: { problem: { status: 403, errors: [{ code: 'ownSubmission' }] } },
    });
    // The database holds the same by itself.
    await expect(
      owner.reviewDecision.create({
        data: {
          id: newId(),
          reportId,
          decision: 'approve',
          decidedByPersonId: signatory.personId,
          decidedAt: now,
        },
      }),
    ).rejects.toThrow();
  });
});

describe('the queue', () => {
  it.each([
    ['by nothing', {}],
    ['by part of a name', { q: 'office' }],
    ['by area', { area: TEST_AREA }],
    ['by both', { q: 'office', area: TEST_AREA }],
  ])('is filtered %s, with its sums', async (_, filter) => {
    const office = { ...filter, ...('q' in filter ? { q: placement.office.provider.name.slice(0, 6) } : {}) };
    const asked = { ...WHOLE_QUEUE, ...office };
    const queue = await ask(reviewQueue, asked, { database, actor: reviewer, now });
    if (!queue.ok) throw new Error(queue.error.code);
    expect(queue.value.cases.map(({ id }) => id)).toContain(reportId);
    expect(queue.value.total).toBe(queue.value.cases.length);
    expect(queue.value.amountOre).toBe(
      queue.value.cases.reduce((sum, line) => sum + (line.amountOre ?? 0), 0),
    );
  });

  it('finds nothing where nothing fits', async () => {
    const asked = { ...WHOLE_QUEUE, q: 'ingen heter så' };
    const queue = await ask(reviewQueue, asked, { database, actor: reviewer, now });
    expect(queue).toMatchObject({ ok: true, value: { total: 0, cases: [] } });
  });
});
