import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { showReceipt } from '#lib/server/report/show-receipt.ts';
import { withdrawReport } from '#lib/server/report/withdraw-report.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

const now = new Date('2026-04-02T08:00:00Z');
const month = monthOf('2026-03');
let world: World;
let office: BuiltOffice;
let coach: ProviderActor;
let signatory: ProviderActor;
let placements: readonly BuiltPlacement[];

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());
// Each test has an office of its own, with two participants whose month is filled in.
beforeEach(async () => {
  office = await buildOffice(world.owner, { provider: world.office.provider });
  coach = await world.staff('coach', office, [office]);
  signatory = await world.staff('signatory', office, [office]);
  placements = await Promise.all([0, 1].map(() => buildPlacement(world.owner, { office })));
  await Promise.all(placements.map((placement) => buildPlan(world.owner, { placement })));
});

const meeting = { activity: 'individualMeeting', form: 'onSite', minutes: 300 };

async function fillIn(placement: BuiltPlacement | undefined, version = 0, minutes = 300): Promise<void> {
  const rows = [{ ...meeting, minutes }];
  const input = { placementId: placement?.id, month, version, rows };
  const saved = await world.run(saveMonthDraft, input, { actor: coach, now });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

async function preview(actor = signatory) {
  const shown = await world.read(attestPreview, { month, office: '' }, { actor, now });
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}

type Input = { readonly reports: readonly object[]; readonly contentHash: string };

async function inputFor(): Promise<Input & Record<string, unknown>> {
  const { rows, contentHash } = await preview();
  const reports = rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  return { month, onHonour: true, reports, contentHash: contentHash ?? '' };
}

async function attest(input: Input, given: { actor?: ProviderActor; key?: string; stepUp?: boolean } = {}) {
  const { actor = signatory, key, stepUp = true } = given;
  const { contentHash } = input;
  const { sessionId } = actor;
  if (stepUp) await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: now });
  const result = await world.run(attestReports, input, { actor, now, ...(key === undefined ? {} : { key }) });
  return result.ok ? result.value : result.error;
}

const reportsOf = (placement: BuiltPlacement | undefined) =>
  world.owner.report.findMany({
    where: { placementId: placement?.id ?? '' },
    orderBy: { number: 'asc' },
    include: { rows: true, findings: true },
  });

async function sent(): Promise<{ attestationId: string; reportId: string }> {
  await fillIn(placements[0]);
  const done = await attest(await inputFor());
  if (!('attestationId' in done)) throw new Error(JSON.stringify(done));
  return { attestationId: done.attestationId, reportId: done.reportIds[0] ?? '' };
}
const take = async (reportId: string, version: number, actor = signatory) => {
  const result = await world.run(withdrawReport, { reportId, version }, { actor, now });
  return result.ok ? result.value : result.error.problem;
};

describe('before the signature', () => {
  test('a signatory sees everything that will be sent, the sum, and what is left behind and why', async () => {
    await fillIn(placements[0]);
    const shown = await preview();
    expect(shown.rows.map(({ placementId, state }) => [placementId, state])).toEqual([
      [placements[0]?.id, 'ready'],
    ]);
    // 22 working days in March 2026 × 65 kr
    expect(shown).toMatchObject({ amountOre: 143_000, sums: { participants: 1, support: 300 } });
    expect(
      shown.left.map(({ placementId, state, remarks }) => [placementId, state, remarks[0]?.code]),
    ).toEqual([[placements[1]?.id, 'notStarted', 'REPORT_EMPTY']]);
  });

  test('a month that only the log knows of is there as the log tells it', async () => {
    const entry = { date: '2026-03-09', activity: 'individualMeeting', form: 'onSite', minutes: 270 };
    await world.run(
      addEntries,
      { placementIds: [placements[0]?.id], entries: [entry] },
      { actor: coach, now },
    );
    const [row] = (await preview()).rows;
    expect(row).toMatchObject({ source: 'log', draftVersion: 0, minutes: { support: 270 } });
  });
});

describe('the signature', () => {
  test('sends the whole batch: reports, rows, attestation, log, and no drafts left', async () => {
    await fillIn(placements[0]);
    await fillIn(placements[1], 0, 60);
    const input = await inputFor();
    const done = await attest(input);
    expect(done).toMatchObject({ reportCount: 2, amountOre: 286_000, contentHash: input.contentHash });
    const [report] = await reportsOf(placements[0]);
    expect(report).toMatchObject({
      number: 1,
      status: 'submitted',
      source: 'form',
      submittedByPersonId: signatory.personId,
      amountOre: 143_000n,
      risk: 0,
      holds: 0,
      rows: [{ activity: 'individualMeeting', form: 'onSite', minutes: 300 }],
      findings: [],
    });
    // 14 days from 2 April
    expect(report?.decideBy).toEqual(new Date('2026-04-16'));
    const [thin] = await reportsOf(placements[1]);
    expect(thin).toMatchObject({ risk: 20, findings: [{ code: 'BELOW_MINIMUM', severity: 'flag' }] });
    const attestation = await world.owner.attestation.findUnique({
      where: { id: report?.attestationId ?? '' },
    });
    expect(attestation).toMatchObject({
      personId: signatory.personId,
      contentHash: input.contentHash,
      reportCount: 2,
      amountOre: 286_000n,
      standing: false,
      authenticatedAt: now,
    });
    expect(attestation?.statementText).toContain('heder och samvete');
    expect(await world.owner.monthDraft.count({ where: { placement: { officeId: office.id } } })).toBe(0);
  });

  test('needs the e-ID again, and asks for it last', async () => {
    await fillIn(placements[0]);
    const input = await inputFor();
    const asked = await attest(input, { stepUp: false });
    expect(asked).toMatchObject({
      problem: { status: 401, code: 'stepUpRequired' },
      stepUp: { purpose: 'attestReports', contentHash: input.contentHash },
    });
    expect(await reportsOf(placements[0])).toEqual([]);
    expect(await attest(input)).toMatchObject({ reportCount: 1 });
  });

  test('is for exactly what was shown: what has changed since is told, and nothing is sent', async () => {
    await fillIn(placements[0]);
    await fillIn(placements[1]);
    const input = await inputFor();
    await fillIn(placements[1], 1, 315);
    const problem = await attest(input);
    expect(problem).toMatchObject({ problem: { status: 409, errors: [{ code: 'changedSinceSeen' }] } });
    expect(await attest({ ...(await inputFor()), contentHash: 'f'.repeat(64) })).toMatchObject({
      problem: { status: 409 },
    });
    expect(await reportsOf(placements[0])).toEqual([]);
  });

  test('is on honour and conscience, or not at all', async () => {
    await fillIn(placements[0]);
    const input = { ...(await inputFor()), onHonour: false };
    expect(await attest(input)).toMatchObject({
      problem: { errors: [{ pointer: '/onHonour', code: 'notOnHonour' }] },
    });
  });

  test('sends nothing where anything stands in the way', async () => {
    await fillIn(placements[0]);
    const input = await inputFor();
    const reports = [...input.reports, { placementId: placements[1]?.id, draftVersion: 0 }];
    expect(await attest({ ...input, reports })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/reports/1/activity', code: 'REPORT_EMPTY' }] },
    });
    expect(await reportsOf(placements[0])).toEqual([]);
  });

  test('given twice with one key is one; with another key it is told that the reports are there', async () => {
    await fillIn(placements[0]);
    const input = await inputFor();
    const twice = await Promise.all([
      attest(input, { key: 'once' }),
      attest(input, { key: 'once', stepUp: false }),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await reportsOf(placements[0])).toHaveLength(1);
    expect(await attest(input)).toMatchObject({ problem: { status: 409 } });
  });

  test('of two signatories at the same moment one sends, the other is told', async () => {
    await fillIn(placements[0]);
    const input = await inputFor();
    const other = await world.staff('signatory', office, [office]);
    const answers = await Promise.all([attest(input), attest(input, { actor: other })]);
    expect(answers.filter((answer) => 'attestationId' in answer)).toHaveLength(1);
    expect(await reportsOf(placements[0])).toHaveLength(1);
  });

  test('is a signatory’s, of the office and the provider', async () => {
    await fillIn(placements[0]);
    const input = await inputFor();
    expect(await attest(input, { actor: coach })).toMatchObject({ problem: { status: 403 } });
    const otherOffice = await world.staff('signatory', office, [world.otherOffice]);
    expect(await attest(input, { actor: otherOffice })).toMatchObject({ problem: { status: 404 } });
    const elsewhere = await world.staff('signatory', world.elsewhere);
    expect(await attest(input, { actor: elsewhere })).toMatchObject({ problem: { status: 404 } });
    expect(await reportsOf(placements[0])).toEqual([]);
  });
});

describe('after the signature', () => {
  test('the receipt has the hash and, once chained, its place in the log', async () => {
    const { attestationId } = await sent();
    const show = async (actor: ProviderActor) =>
      await world.read(showReceipt, { attestationId }, { actor, now });
    expect(await show(signatory)).toMatchObject({
      value: { reportCount: 1, amountOre: 143_000, chain: null },
    });
    await withClient(world.ownerUrl, (client) => chainEntries(client));
    expect(await show(signatory)).toMatchObject({
      value: { chain: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) }, reports: [{ status: 'submitted' }] },
    });
    expect(await show(await world.staff('signatory', world.elsewhere))).toMatchObject({
      error: { status: 404 },
    });
  });

  test('the month is closed for filling in, and for the log', async () => {
    await sent();
    const input = { placementId: placements[0]?.id, month, version: 0, rows: [meeting] };
    expect(await world.run(saveMonthDraft, input, { actor: coach, now })).toMatchObject({
      error: { problem: { errors: [{ code: 'DUPLICATE_REPORT' }] } },
    });
    const entry = { date: '2026-03-09', activity: 'mapping', form: 'onSite', minutes: 60 };
    const entries = { placementIds: [placements[0]?.id], entries: [entry] };
    expect(await world.run(addEntries, entries, { actor: coach, now })).toMatchObject({
      error: { problem: { errors: [{ pointer: '/entries/0/date', code: 'entryInReportedMonth' }] } },
    });
  });

  test('what was sent can be taken back until its review has begun; it is a draft again, and drawn when it comes again if it was', async () => {
    const { reportId } = await sent();
    expect(await take(reportId, 2)).toMatchObject({ status: 409, code: 'conflict' });
    expect(await take(reportId, 1, coach)).toMatchObject({ status: 403 });
    expect(await take(reportId, 1, await world.staff('signatory', world.elsewhere))).toMatchObject({
      status: 404,
    });
    await world.owner.report.update({ where: { id: reportId }, data: { routeReason: 'sample' } });
    expect(await take(reportId, 1)).toMatchObject({ draftVersion: 1 });
    expect(await take(reportId, 2)).toMatchObject({ status: 409, code: 'reviewBegun' });
    expect(await preview()).toMatchObject({
      rows: [{ state: 'ready', source: 'draft', minutes: { support: 300 } }],
    });
    await attest(await inputFor());
    expect(await reportsOf(placements[0])).toMatchObject([
      { number: 1, status: 'withdrawn' },
      { number: 2, status: 'submitted', route: 'person', routeReason: 'sample' },
    ]);
  });

  test('one that is taken for review stays', async () => {
    const { reportId } = await sent();
    const data = { status: 'inReview', takenByPersonId: coach.personId, takenAt: now } as const;
    await world.owner.report.update({ where: { id: reportId }, data });
    expect(await take(reportId, 1)).toMatchObject({ status: 409, code: 'reviewBegun' });
  });

  test('a returned one is completed and sent as a new version that points at it', async () => {
    const { reportId } = await sent();
    await world.owner.report.update({ where: { id: reportId }, data: { status: 'returned' } });
    expect(await preview()).toMatchObject({ rows: [], left: [{ state: 'returned', source: 'report' }, {}] });
    await fillIn(placements[0], 0, 330);
    await attest(await inputFor());
    expect(await reportsOf(placements[0])).toMatchObject([
      { id: reportId, status: 'superseded', number: 1 },
      { status: 'submitted', number: 2, supersedesId: reportId, rows: [{ minutes: 330 }] },
    ]);
  });
});
