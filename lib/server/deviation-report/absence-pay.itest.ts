import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { newId } from '#lib/server/ids.ts';
import { factsOf, findPlacementRow, findPlacementRows } from '#lib/server/statement/placement-facts.ts';
import { closeRunSetup, openRunSetup, run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** Absence of unknown cause is not paid for, as in the second example agreement; no public holidays. */
const AGREEMENT = {
  ...rom2,
  id: 'rom2-utan-helgdagar',
  workdays: { weekdays: [1, 2, 3, 4, 5], holidays: [] },
  basePay: {
    rates: [{ from: '2020-01-01', orePerDay: { A: 5500, B: 6500, C: 7500 } }],
    noPayAbsences: ['unknown'],
    lapsesAfterDays: null,
  },
};
const submit = submitDocument(deviationReportKind);
const steps = documentSteps(deviationReportKind);

let setup: RunSetup;
let app: Database;
let office: BuiltOffice;
let coach: ProviderActor;
let assessor: AuthorityActor;

beforeAll(async () => {
  setup = await openRunSetup();
  app = openDatabase(setup.test.appUrl, 2);
  office = await buildOffice(setup.owner);
  coach = await buildProviderActor(setup.owner, 'coach', { provider: office.provider });
  assessor = await buildAuthorityActor(setup.owner, 'caseworker', { caseMandate: 'assess' });
  const { id, name } = AGREEMENT;
  const publishedAt = new Date('2020-01-01T00:00:00Z');
  await setup.owner.agreementVersion.create({ data: { id, name, document: AGREEMENT, publishedAt } });
});
afterAll(async () => {
  await app.$disconnect();
  await closeRunSetup(setup);
});

/** Level B from 2 January 2026, with its January report approved. */
async function placed(): Promise<BuiltPlacement> {
  const participant = await buildParticipant(setup.owner);
  const given = { participant, level: 'B', agreementVersionId: AGREEMENT.id } as const;
  const decision = await buildDecision(setup.owner, given);
  const placement = await buildPlacement(setup.owner, { office, decision });
  await buildStoredReport(setup.owner, { placement, month: '2026-01' });
  return placement;
}

const by = (actor: Actor, day: string) => ({
  database: app,
  actor,
  now: new Date(`${day}T10:00:00Z`),
  idempotencyKey: newId(),
});

type Reporting = { readonly content: object; readonly on: string; readonly replacesId?: string };

/** The coach reports on a day. Returns the document's id. */
async function report({ id: placementId }: BuiltPlacement, given: Reporting): Promise<string> {
  const { on, replacesId } = given;
  const content = deviationReportKind.typed.parse({
    expected: '2 tim',
    absent: '1 tim',
    reached: 'no',
    ...given.content,
  });
  const asked = { placementId, replacesId: replacesId ?? null, draftId: null, typed: content };
  const form = await ask(documentForm(deviationReportKind), asked, by(coach, on));
  const confirmed = form.ok ? form.value.preview?.contentHash : '';
  const replaces =
    replacesId === undefined
      ? {}
      : { replacesId, replacesVersion: await versionOf(replacesId), why: 'Fel orsak angavs.' };
  const sent = await execute(submit, { placementId, content, confirmed, ...replaces }, by(coach, on));
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  return sent.value.documentId;
}

async function versionOf(documentId: string): Promise<number> {
  return (await setup.owner.document.findUniqueOrThrow({ where: { id: documentId } })).version;
}
async function withdraw(documentId: string, on: string): Promise<void> {
  const input = { documentId, version: await versionOf(documentId) };
  expect(await execute(steps.withdraw, input, by(coach, on))).toMatchObject({ ok: true });
}

/** What a run posts of January for the placement: pay days and öre of each line. */
async function posted(
  runId: string,
  { id: placementId }: BuiltPlacement,
): Promise<readonly (readonly [number | null, number])[]> {
  const lines = await setup.owner.statementLine.findMany({
    where: { statement: { runId }, placementId, key: { startsWith: 'base:2026-01' } },
    orderBy: { id: 'asc' },
  });
  return lines.map(({ quantity, amountOre }) => [quantity, Number(amountOre)]);
}

async function absencesAt(day: string, { id }: BuiltPlacement): Promise<readonly string[]> {
  const asOf = plainDate(day);
  const row = await inTransaction(app, coach, (tx) => findPlacementRow(tx, id, asOf));
  const facts = row === null ? null : factsOf(row, asOf);
  if (facts?.ok !== true) throw new Error('The facts are valid');
  return facts.value.absences.map(({ date, reason }) => `${date} ${reason}`);
}

const JANUARY = 21;
const RATE = 6500;

it('a day of absence that is not paid for costs its day, and gives it back when the report is withdrawn', async () => {
  const [away, present] = [await placed(), await placed()];
  const id = await report(away, { content: { cause: 'unknown', from: '2026-01-07' }, on: '2026-01-07' });
  await report(away, {
    content: { cause: 'sick', from: '2026-01-08', through: '2026-01-12' },
    on: '2026-01-12',
  });
  // A Saturday: no working day, nothing to take off.
  await report(away, { content: { cause: 'unknown', from: '2026-01-10' }, on: '2026-01-12' });
  const first = await run(setup, '2026-02-20');
  expect(await posted(first, away)).toEqual([[JANUARY - 1, (JANUARY - 1) * RATE]]);
  expect(await posted(first, present)).toEqual([[JANUARY, JANUARY * RATE]]);

  await withdraw(id, '2026-03-02');
  const second = await run(setup, '2026-03-20');
  const delta = (await posted(second, away)).map(([, amount]) => amount);
  expect(delta).toEqual([RATE]);
  expect(await posted(second, present)).toEqual([]);
});

it('a correction of the cause, and a report that comes after a statement, change what the next one gives', async () => {
  const placement = await placed();
  const first = await run(setup, '2026-03-21');
  expect(await posted(first, placement)).toEqual([[JANUARY, JANUARY * RATE]]);

  const id = await report(placement, { content: { cause: 'unknown', from: '2026-01-14' }, on: '2026-03-25' });
  const second = await run(setup, '2026-04-20');
  expect((await posted(second, placement)).map(([, amount]) => amount)).toEqual([-RATE]);

  const known = { cause: 'otherKnown', otherKind: 'doctor', from: '2026-01-14' };
  await report(placement, { content: known, on: '2026-05-04', replacesId: id });
  const third = await run(setup, '2026-05-20');
  expect((await posted(third, placement)).map(([, amount]) => amount)).toEqual([RATE]);
});

it('what was reported after the day does not exist yet; a version counts until the day that the next one came', async () => {
  const placement = await placed();
  const id = await report(placement, { content: { cause: 'unknown', from: '2026-01-14' }, on: '2026-03-02' });
  expect(await absencesAt('2026-03-01', placement)).toEqual([]);
  expect(await absencesAt('2026-03-02', placement)).toEqual(['2026-01-14 unknown']);
  const days = { cause: 'sick', from: '2026-01-14', through: '2026-01-16' };
  const next = await report(placement, { content: days, on: '2026-04-01', replacesId: id });
  expect(await absencesAt('2026-03-31', placement)).toEqual(['2026-01-14 unknown']);
  const whole = ['2026-01-14 sick', '2026-01-15 sick', '2026-01-16 sick'];
  expect(await absencesAt('2026-04-01', placement)).toEqual(whole);
  await withdraw(next, '2026-04-02');
  expect(await absencesAt('2026-04-02', placement)).toEqual([]);
});

it('received, taken or sent back it counts; what happens beside absence never does', async () => {
  const placement = await placed();
  const id = await report(placement, { content: { cause: 'unknown', from: '2026-01-14' }, on: '2026-01-14' });
  const declined = { cause: 'declinedJob', what: 'Lagerarbete', reason: 'För långt', from: '2026-01-15' };
  await report(placement, { content: declined, on: '2026-01-15' });
  const reason = 'Skriv när ni försökte nå deltagaren.';
  const verdict = { documentId: id, version: 1, verdict: 'return', reason, answer: {} };
  expect(
    await execute(decideDocument(deviationReportKind), verdict, by(assessor, '2026-01-20')),
  ).toMatchObject({ ok: true });
  expect(await absencesAt('2026-02-01', placement)).toEqual(['2026-01-14 unknown']);
});

it('are the same for one placement, for several and for a whole run', async () => {
  const [one, other] = [await placed(), await placed()];
  await report(one, { content: { cause: 'unknown', from: '2026-01-14' }, on: '2026-01-14' });
  const asOf = plainDate('2026-05-22');
  const rows = await inTransaction(app, coach, (tx) => findPlacementRows(tx, [one.id, other.id], asOf));
  const alone = await inTransaction(app, coach, (tx) => findPlacementRow(tx, one.id, asOf));
  expect(rows.find(({ id }) => id === one.id)?.absences).toEqual(alone?.absences);
  expect(rows.find(({ id }) => id === other.id)?.absences).toBeNull();
  const runId = await run(setup, '2026-05-22');
  const input = await setup.owner.statementInput.findFirstOrThrow({
    where: { placementId: one.id, statement: { runId } },
  });
  expect(JSON.stringify(input)).toContain('"absences":[{"date":"2026-01-14","reason":"unknown"}]');
});
