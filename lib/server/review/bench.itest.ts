import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { approveReportsInput, WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { caseDesk } from '#lib/server/review/bench/case-desk.ts';
import { casePresence } from '#lib/server/review/bench/presence.ts';
import { previewTogether } from '#lib/server/review/bench/preview-together.ts';
import { caseAt, queuePlace } from '#lib/server/review/bench/queue-place.ts';
import { chooseAreas } from '#lib/server/review/bench/reviewer-areas.ts';
import { handBackCase, handOverCase, takeCase } from '#lib/server/review/case/case-commands.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { reviewQueue } from '#lib/server/review/review-queue.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildManyPlacements, type ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildReferenceData, TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const now = new Date('2026-02-12T09:00:00Z');
let test: TestDatabase;
let owner: Database;
let database: Database;
let office: BuiltOffice;
let reviewer: AuthorityActor;
let colleague: AuthorityActor;
let signatory: ProviderActor;
let placements: readonly ManyPlacement[];

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 4);
  database = openDatabase(test.appUrl, 6);
  await buildReferenceData(owner);
  reviewer = await buildAuthorityActor(owner, 'reviewer');
  colleague = await buildAuthorityActor(owner, 'reviewer');
  const provider = await buildProvider(owner);
  signatory = await buildProviderActor(owner, 'signatory', { provider });
  office = await buildOffice(owner, { contract: await buildContract(owner, { provider }) });
  placements = await buildManyPlacements(owner, office, 60);
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), database.$disconnect()]);
  await test.drop();
});

let at = 0;
type Given = {
  decideBy?: string;
  amountOre?: bigint;
  holds?: number;
  route?: string;
  submittedByPersonId?: string;
};

/** A submitted report of a placement of its own. */
async function submitted(given: Given = {}): Promise<string> {
  const placement = placements[at];
  at += 1;
  if (placement === undefined) throw new Error('Make more placements');
  const id = newId();
  const { decideBy = '2026-02-16', ...rest } = given;
  await owner.report.create({
    data: {
      id,
      placementId: placement.id,
      participantId: placement.participantId,
      providerId: office.provider.id,
      officeId: office.id,
      month: toUtcDate(plainDate('2026-01-01')),
      status: 'submitted',
      submittedOn: toUtcDate(plainDate('2026-02-02')),
      submittedAt: now,
      submittedByPersonId: signatory.personId,
      source: 'form',
      contentHash: id,
      decideBy: toUtcDate(plainDate(decideBy)),
      amountOre: 149_500n,
      ...rest,
    },
  });
  return id;
}

const as = (actor: AuthorityActor) => ({ database, actor, now, idempotencyKey: newId() });
const reading = (actor: AuthorityActor) => ({ database, actor, now });
const report = (id: string) => ({ kind: 'periodicReport' as const, id });
const stored = (id: string) => owner.report.findUniqueOrThrow({ where: { id } });
const problemOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? null : result.error.problem);

/** What waits is this test's own. */
beforeEach(async () => {
  await owner.$executeRaw`ALTER TABLE report DISABLE TRIGGER USER`;
  await owner.$executeRaw`UPDATE report SET status = 'withdrawn', taken_by_person_id = NULL, taken_at = NULL WHERE status IN ('submitted', 'inReview')`;
  await owner.$executeRaw`ALTER TABLE report ENABLE TRIGGER USER`;
});

describe('the queue', () => {
  it('has what is due first, and of that what is worth most, first; what waits for the draw is found when it is asked for', async () => {
    const [late, dear, cheap] = [
      await submitted({ decideBy: '2026-02-10', amountOre: 1n }),
      await submitted({ amountOre: 200n }),
      await submitted({ amountOre: 100n, holds: 1 }),
    ];
    const drawn = await submitted({ route: 'automatic' });
    const queue = await ask(reviewQueue, WHOLE_QUEUE, reading(reviewer));
    if (!queue.ok) throw new Error(queue.error.code);
    expect(queue.value.cases.map(({ id }) => id)).toEqual([late, dear, cheap]);
    expect(queue.value.counts).toMatchObject({
      all: 3,
      free: 3,
      mine: 0,
      holds: 1,
      overdue: 1,
      sample: 1,
      periodicReport: 3,
    });
    const sample = await ask(reviewQueue, { ...WHOLE_QUEUE, show: 'sample' }, reading(reviewer));
    expect(sample.ok && sample.value.cases.map(({ id }) => id)).toEqual([drawn]);
    const named = await ask(reviewQueue, { ...WHOLE_QUEUE, q: 'Prov Person' }, reading(reviewer));
    expect(named.ok && named.value.total).toBe(4);
  });

  it('knows a case’s place, and which comes at a place; past the end it begins again', async () => {
    const [first, second] = [await submitted({ decideBy: '2026-02-10' }), await submitted()];
    const place = await ask(queuePlace, { ...report(second), filter: WHOLE_QUEUE }, reading(reviewer));
    expect(place).toEqual({ ok: true, value: { position: 2, total: 2 } });
    const found = async (n: number) => {
      const answer = await ask(caseAt, { filter: WHOLE_QUEUE, at: n }, reading(reviewer));
      return answer.ok ? answer.value.found?.case.id : null;
    };
    expect(await Promise.all([found(1), found(2), found(3)])).toEqual([first, second, first]);
  });

  it('opens with the reviewer’s own areas; the others are one step away', async () => {
    await submitted();
    const other = await owner.deliveryArea.create({ data: { id: `Annat område ${newId()}` } });
    expect((await execute(chooseAreas, { areas: [other.id] }, as(colleague))).ok).toBe(true);
    const total = async (area: string) => {
      const queue = await ask(reviewQueue, { ...WHOLE_QUEUE, area }, reading(colleague));
      return queue.ok ? queue.value.total : null;
    };
    expect([await total(''), await total('all'), await total(TEST_AREA)]).toEqual([0, 1, 1]);
    expect(problemOf(await execute(chooseAreas, { areas: ['Ingenstans'] }, as(colleague)))).toMatchObject({
      status: 422,
    });
    await execute(chooseAreas, { areas: [] }, as(colleague));
    expect(await total('')).toBe(1);
  });
});

describe('a taken case', () => {
  it('is refused to everybody else, with who has it and since when', async () => {
    const id = await submitted({ route: 'automatic' });
    expect((await execute(takeCase, report(id), as(reviewer))).ok).toBe(true);
    expect(await stored(id)).toMatchObject({ status: 'inReview', route: 'person', routeReason: 'chosen' });
    const { version } = await stored(id);
    for (const problem of [
      problemOf(await execute(takeCase, report(id), as(colleague))),
      problemOf(await execute(decideOnReport, { reportId: id, version, decision: 'approve' }, as(colleague))),
    ]) {
      expect(problem).toMatchObject({ status: 409, code: 'takenByColleague' });
      expect(problem?.errors[0]?.message).toContain('12 februari kl. 10.00');
    }
    expect((await execute(handBackCase, report(id), as(reviewer))).ok).toBe(true);
    expect(await stored(id)).toMatchObject({ status: 'submitted', takenByPersonId: null, route: 'person' });
  });

  it('is handed to a named colleague with a word, who is told; not to who may not review it', async () => {
    const id = await submitted();
    const over = (toPersonId: string) => ({ ...report(id), toPersonId, word: 'Jag känner handledaren.' });
    expect(problemOf(await execute(handOverCase, over(colleague.personId), as(reviewer)))).toMatchObject({
      code: 'notTaken',
    });
    await execute(takeCase, report(id), as(reviewer));
    expect(problemOf(await execute(handOverCase, over(signatory.personId), as(reviewer)))).toMatchObject({
      status: 403,
    });
    expect((await execute(handOverCase, over(colleague.personId), as(reviewer))).ok).toBe(true);
    expect(await stored(id)).toMatchObject({ status: 'inReview', takenByPersonId: colleague.personId });
    const desk = await ask(caseDesk, report(id), reading(colleague));
    expect(desk.ok && desk.value.desk?.handedOver).toMatchObject({ word: 'Jag känner handledaren.' });
    const told = await owner.notification.findMany({
      where: { personId: colleague.personId, event: 'caseHandedOver' },
    });
    expect(told).toMatchObject([{ path: `/review/${id}` }]);
  });

  it('changes hands in the database too only by whoever has it, told in the same transaction', async () => {
    const id = await submitted();
    await execute(takeCase, report(id), as(reviewer));
    const move = (actor: AuthorityActor) =>
      inTransaction(
        database,
        actor,
        (tx) =>
          tx.$executeRaw`UPDATE report SET taken_by_person_id = ${colleague.personId}::uuid WHERE id = ${id}::uuid`,
      );
    await expect(move(reviewer)).rejects.toThrow('handed over');
    await expect(move(colleague)).rejects.toThrow('handed over');
    await expect(
      inTransaction(database, colleague, (tx) =>
        tx.reviewTaking.create({
          data: { kind: 'outcome', subjectId: newId(), personId: reviewer.personId, takenAt: now },
        }),
      ),
    ).rejects.toThrow();
  });
});

describe('who has a case open', () => {
  it('is told to the next one who opens it, until a minute has passed or they have left', async () => {
    const of = { ...report(await submitted()), leave: false };
    const look = async (actor: AuthorityActor, seconds: number, leave = false) => {
      const asked = { database, actor, now: new Date(now.getTime() + seconds * 1000) };
      const present = await ask(casePresence, { ...of, leave }, asked);
      return present.ok ? present.value.map(({ personId }) => personId) : null;
    };
    expect(await look(reviewer, 0)).toEqual([]);
    expect(await look(colleague, 30)).toEqual([reviewer.personId]);
    expect(await look(reviewer, 40)).toEqual([colleague.personId]);
    expect(await look(colleague, 41, true)).toEqual([]);
    expect(await look(reviewer, 42)).toEqual([]);
    expect(await look(colleague, 200)).toEqual([]);
  });
});

describe('a decision about what is no longer as it was seen', () => {
  it('is told what changed, by whom and when', async () => {
    const id = await submitted();
    await execute(decideOnReport, { reportId: id, version: 1, decision: 'approve' }, as(colleague));
    const problem = problemOf(
      await execute(decideOnReport, { reportId: id, version: 1, decision: 'approve' }, as(reviewer)),
    );
    expect(problem).toMatchObject({ status: 409, code: 'conflict' });
    const [state, what] = problem?.errors ?? [];
    expect(state?.message).toBe('Rapporten är godkänd. Ditt beslut är inte sparat.');
    expect(what?.message).toMatch(/^\S.* godkände rapporten 12 februari kl\. 10\.00\.$/);
  });
});

describe('reports approved together', () => {
  it('are shown before, with their kronor and what is left out and why, and approved all at once', async () => {
    const [one, two, held] = [await submitted(), await submitted(), await submitted({ holds: 1 })];
    const preview = await ask(previewTogether, { filter: WHOLE_QUEUE }, reading(reviewer));
    if (!preview.ok) throw new Error(preview.error.code);
    const { reports, amountOre, leftOut } = preview.value;
    expect([new Set(reports.map(({ id }) => id)), amountOre]).toEqual([new Set([one, two]), 299_000]);
    expect(leftOut).toMatchObject([{ id: held, why: { code: 'hasHolds' } }]);
    const chosen = approveReportsInput.parse({
      reports: reports.map(({ id, version }) => ({ reportId: id, version })),
    });
    expect(await execute(approveReports, chosen, as(reviewer))).toMatchObject({
      ok: true,
      value: { approved: 2 },
    });
    expect(await Promise.all([one, two].map(async (id) => (await stored(id)).status))).toEqual([
      'approved',
      'approved',
    ]);
    expect(
      await owner.reviewDecision.count({
        where: { reportId: { in: [one, two] }, decidedByPersonId: reviewer.personId },
      }),
    ).toBe(2);
  });

  it('are all left as they were where one cannot be approved, and which and why is said', async () => {
    const free = await submitted();
    const taken = await submitted();
    const own = await submitted({ submittedByPersonId: reviewer.personId });
    const stale = await submitted();
    await execute(takeCase, report(taken), as(colleague));
    const asked = {
      reports: [free, taken, own, stale].map((reportId) => ({
        reportId,
        version: reportId === taken ? 2 : 1,
      })),
    };
    await owner.$executeRaw`UPDATE report SET version = 5 WHERE id = ${stale}::uuid`;
    const problem = problemOf(await execute(approveReports, asked, as(reviewer)));
    expect(problem).toMatchObject({ status: 409, code: 'notAllApprovable' });
    expect(problem?.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/reports/1', 'takenByColleague'],
      ['/reports/2', 'ownSubmission'],
      ['/reports/3', 'staleVersion'],
    ]);
    expect((await stored(free)).status).toBe('submitted');
  });
});
