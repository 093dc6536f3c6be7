import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { factChangeSv } from '#lib/domain/statement/fact-changes-sv.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { exportStatement } from '#lib/server/statement/export-statement.ts';
import { readChanges } from '#lib/server/statement/read-changes.ts';
import { readStatement } from '#lib/server/statement/read-statement.ts';
import { readWaiting } from '#lib/server/statement/read-waiting.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { sumOre } from '#lib/shared/money.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const NOW = new Date('2026-06-01T09:00:00Z');

let test: TestDatabase;
let owner: Database;
let app: Database;
let worker: Database;
let north: BuiltOffice;
let south: BuiltOffice;
let first: string;
let second: string;

async function placed(office: BuiltOffice, familyName: string, isProtected = false): Promise<BuiltPlacement> {
  const participant = await buildParticipant(owner, {
    givenName: 'Prov',
    familyName,
    protected: isProtected,
  });
  return await buildPlacement(owner, { office, participant, from: '2026-01-02' });
}

/** Runs at a cut-off; the provider's statement. */
async function state(cutOff: string): Promise<string> {
  const runId = newId();
  await owner.statementRun.create({
    data: { id: runId, cutOff: toUtcDate(plainDate(cutOff)), startedAt: NOW },
  });
  expect(await runStatements({ database: worker, runId, now: () => NOW })).toMatchObject({
    kind: 'proposed',
  });
  return (await owner.statement.findFirstOrThrow({ where: { runId } })).id;
}

async function changesFor(actor: PersonActor, statementId: string) {
  const answer = await ask(readChanges, { statementId, page: 1 }, { database: app, actor, now: NOW });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.changes;
}

async function signatory(): Promise<PersonActor> {
  return await buildProviderActor(owner, 'signatory', { provider: north.provider });
}

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 3);
  worker = openDatabase(test.workerUrl, 2);
  await buildReferenceData(owner);
  north = await buildOffice(owner, { name: 'Norr' });
  south = await buildOffice(owner, { name: 'Söder', provider: north.provider });
  const [anna, berit, cesar, hidden, ended] = [
    await placed(north, 'Ågren'),
    await placed(north, 'Ärlig'),
    await placed(south, 'Zorn'),
    await placed(north, 'Alias', true),
    await placed(north, 'Öst'),
  ];
  const reports = new Map<string, string>();
  for (const placement of [anna, berit, cesar, hidden, ended]) {
    reports.set(placement.id, await buildStoredReport(owner, { placement, month: '2026-01' }));
  }
  first = await state('2026-02-20');
  // What happens before the next cut-off: two approvals are withdrawn, a level was wrong, one ends with work, one is new.
  for (const { id } of [cesar, hidden]) {
    const where = { id: reports.get(id) ?? '' };
    await owner.report.update({ where, data: { status: 'inReview' } });
    await owner.report.update({ where, data: { status: 'returned' } });
  }
  await owner.placement.update({ where: { id: berit.id }, data: { level: 'C' } });
  await owner.placement.update({
    where: { id: ended.id },
    data: { end: toUtcDate(plainDate('2026-02-16')), endReason: 'outcome' },
  });
  await buildOutcome(owner, { placement: ended, from: '2026-02-16' });
  const fresh = await placed(north, 'Ny');
  for (const placement of [anna, berit, fresh, ended]) {
    await buildStoredReport(owner, { placement, month: '2026-02' });
  }
  second = await state('2026-03-20');
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await test.drop();
});

describe('what has changed since the statement before', () => {
  it('explains exactly the correction lines: the placements add up to them, in all and one by one', async () => {
    const { corrected } = await changesFor(await signatory(), second);
    const lines = await owner.statementLine.findMany({ where: { statementId: second, quantity: null } });
    expect(lines.length).toBeGreaterThan(0);
    expect(corrected.amountOre).toBe(lines.reduce((sum, { amountOre }) => sum + Number(amountOre), 0));
    expect(sumOre(corrected.items.map(({ amountOre }) => amountOre))).toBe(corrected.amountOre);
    for (const { placementId, amountOre, parts } of corrected.items) {
      const own = lines.filter((line) => line.placementId === placementId);
      expect(amountOre).toBe(own.reduce((sum, line) => sum + Number(line.amountOre), 0));
      expect(sumOre(parts.map((part) => part.amountOre))).toBe(amountOre);
    }
  });

  it('says which facts changed, to those who may see the placement', async () => {
    const { corrected } = await changesFor(await signatory(), second);
    const told = corrected.items.map(({ subject, amountOre, changes }) => [
      'name' in subject ? subject.name : subject.kind,
      amountOre,
      changes?.map(factChangeSv)[0] ?? null,
    ]);
    // January has 21 working days from the 2nd: 21 × 65 kr is taken back; level C is 75 kr, 21 × 10 kr more.
    expect(told).toHaveLength(3);
    expect(told).toContainEqual([
      'Prov Zorn',
      -136_500,
      'Godkännandet av rapporten för januari 2026 togs tillbaka, och rapporten återlämnades.',
    ]);
    expect(told).toContainEqual(['protected', -136_500, null]);
    expect(told).toContainEqual(['Prov Ärlig', 21_000, 'Nivån rättades från B till C.']);
  });

  it('tells nothing but the amount of other offices and of protected participants', async () => {
    const scoped = await buildProviderActor(owner, 'reporter', {
      provider: north.provider,
      offices: [north],
    });
    const { corrected } = await changesFor(scoped, second);
    const kinds = corrected.items.map(({ subject, changes }) => `${subject.kind} ${changes !== null}`);
    expect(kinds.toSorted()).toEqual(['otherOffice false', 'participant true', 'protected false']);
    expect(JSON.stringify(corrected)).not.toMatch(/Zorn|Alias/);
  });

  it('compares with the statement before, and counts who is new and who has ended', async () => {
    const payer = await buildAuthorityActor(owner, 'payer');
    const changes = await changesFor(payer, second);
    expect(changes.previous).toMatchObject({ id: first, cutOff: '2026-02-20' });
    expect(changes.placements).toEqual({ started: 1, ended: 1 });
    expect(sumOre(changes.rows.map(({ differenceOre }) => differenceOre))).toBe(
      changes.netOre - (changes.previous?.netOre ?? 0),
    );
    const none = await changesFor(payer, first);
    expect(none).toMatchObject({ previous: null, placements: { started: 5, ended: 0 } });
    expect(none.corrected.total).toBe(0);
  });

  it('is not for other providers, nor for coaches', async () => {
    const elsewhere = await buildOffice(owner);
    const stranger = await buildProviderActor(owner, 'signatory', { provider: elsewhere.provider });
    const coach = await buildProviderActor(owner, 'coach', { provider: north.provider });
    for (const query of [readChanges, readWaiting] as const) {
      for (const [actor, code] of [
        [stranger, 'notFound'],
        [coach, 'forbidden'],
      ] as const) {
        const answer = await ask<{ statementId: string; page: number }, unknown>(
          { ...query, reads: () => null },
          { statementId: second, page: 1 },
          { database: app, actor, now: NOW },
        );
        expect(answer).toMatchObject({ ok: false, error: { code } });
      }
    }
  });
});

describe('what waits', () => {
  it('falls due by month, each with what it needs', async () => {
    const answer = await ask(
      readWaiting,
      { statementId: second, page: 1 },
      { database: app, actor: await signatory(), now: NOW },
    );
    if (!answer.ok) throw new Error(answer.error.code);
    const { pending, participantIds } = answer.value;
    expect(pending.items.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
      'result:4 2026-06-16',
      'speed 2026-06-16',
      'supplement 2026-06-16',
    ]);
    expect(pending.items[0]?.need).toBe(
      'Arbetet behöver fortsätta till och med 15 juni 2026 och vara styrkt till dess.',
    );
    expect(pending.months).toMatchObject([{ month: '2026-06', amounts: 3 }]);
    expect(sumOre(pending.items.map(({ amountOre }) => amountOre))).toBe(pending.amountOre);
    expect(participantIds).toHaveLength(3);
  });

  it('counts for those who may not see it one by one', async () => {
    const actor = await buildProviderActor(owner, 'reporter', { provider: north.provider, offices: [south] });
    const answer = await ask(
      readWaiting,
      { statementId: second, page: 1 },
      { database: app, actor, now: NOW },
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { pending: { total: 0, items: [], hidden: true, months: [{ amounts: 3 }] }, participantIds: [] },
    });
  });
});

async function basisOf(actor: PersonActor, behind: string) {
  const query = { show: null, page: 1, unpaid: 1, reason: null, all: false, behind };
  const answer = await ask(
    readStatement,
    { statementId: second, ...query },
    { database: app, actor, now: NOW },
  );
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.view.basis;
}

describe('what stands behind a line', () => {
  it('is calculated again to the same öre, for new lines and corrections', async () => {
    const actor = await signatory();
    const lines = await owner.statementLine.findMany({
      where: { statementId: second, placement: { protected: false } },
    });
    expect(lines.some(({ quantity }) => quantity === null)).toBe(true);
    for (const { id, amountOre } of lines) {
      expect(await basisOf(actor, String(id))).toMatchObject({
        lineId: String(id),
        isIntact: true,
        check: { agrees: true, fromInputOre: Number(amountOre), fromStepsOre: Number(amountOre) },
      });
    }
  });

  it('is not for those who may not see the placement', async () => {
    const line = await owner.statementLine.findFirstOrThrow({
      where: { statementId: second, placement: { protected: true } },
    });
    expect(await basisOf(await signatory(), String(line.id))).toBeNull();
  });
});

describe('a statement as a file', () => {
  it('holds every line, what waits, what is not paid and what has changed', async () => {
    const actor = await signatory();
    const answer = await ask(
      exportStatement,
      { statementId: second, as: 'xlsx' },
      { database: app, actor, now: NOW },
    );
    if (!answer.ok) throw new Error(answer.error.code);
    const { lines, pending, notPayable, changed, statement } = answer.value;
    const kronor = lines.reduce((sum, row) => sum + Number(row[10]), 0);
    expect(Math.round(kronor * 100)).toBe(statement.sums.netOre);
    expect(pending).toHaveLength(3);
    expect(notPayable.length).toBeGreaterThan(0);
    expect(changed.filter(([kind]) => kind === 'Rättelse')).toHaveLength(3);
    expect(JSON.stringify(answer.value)).not.toContain('Alias');
  });
});
