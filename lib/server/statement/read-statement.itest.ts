import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { exportStatement } from '#lib/server/statement/export-statement.ts';
import { providerStatements } from '#lib/server/statement/provider-statements.ts';
import { readStatement } from '#lib/server/statement/read-statement.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

const NOW = new Date('2026-06-01T09:00:00Z');
const FIRST_PAGE: StatementQuery = {
  show: null,
  page: 1,
  unpaid: 1,
  reason: null,
  behind: null,
  all: false,
};

let test: TestDatabase;
let owner: Database;
let app: Database;
let worker: Database;
let north: BuiltOffice;
let south: BuiltOffice;
let statementId: string;
let anna: BuiltPlacement;

async function placed(office: BuiltOffice, familyName: string, isProtected = false): Promise<BuiltPlacement> {
  const participant = await buildParticipant(owner, {
    givenName: 'Prov',
    familyName,
    protected: isProtected,
  });
  return await buildPlacement(owner, { office, participant, from: '2026-01-02' });
}

async function run(cutOff: string): Promise<string> {
  const id = newId();
  await owner.statementRun.create({ data: { id, cutOff: toUtcDate(plainDate(cutOff)), startedAt: NOW } });
  expect(await runStatements({ database: worker, runId: id, now: () => NOW })).toMatchObject({
    kind: 'proposed',
  });
  return id;
}

async function read(actor: PersonActor, query: Partial<StatementQuery> = {}, id = statementId) {
  return await ask(
    readStatement,
    { statementId: id, ...FIRST_PAGE, ...query },
    { database: app, actor, now: NOW },
  );
}

/** What row-level security alone lets somebody see. */
async function rowsSeenBy(actor: PersonActor): Promise<readonly number[]> {
  return await inTransaction(app, actor, async (tx) => [
    await tx.statement.count(),
    await tx.statementLine.count(),
    await tx.statementInput.count(),
  ]);
}

async function readOk(actor: PersonActor, query: Partial<StatementQuery> = {}) {
  const answer = await read(actor, query);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 3);
  worker = openDatabase(test.workerUrl, 2);
  await buildReferenceData(owner);
  north = await buildOffice(owner, { name: 'Norr' });
  south = await buildOffice(owner, { name: 'Söder', provider: north.provider });
  anna = await placed(north, 'Ågren');
  const berit = await placed(north, 'Ärlig');
  const cesar = await placed(south, 'Zorn');
  const hidden = await placed(north, 'Alias', true);
  for (const placement of [anna, berit, cesar, hidden]) {
    await buildStoredReport(owner, { placement, month: '2026-01' });
  }
  await buildStoredReport(owner, { placement: berit, month: '2026-02', status: 'returned' });
  await buildStoredReport(owner, { placement: anna, month: '2026-02' });
  const runId = await run('2026-03-24');
  statementId = (await owner.statement.findFirstOrThrow({ where: { runId } })).id;
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await test.drop();
});

describe('a statement that is read', () => {
  it('shows its groups and lines by Swedish name, and its lines add up to its sums', async () => {
    const signatory = await buildProviderActor(owner, 'signatory', { provider: north.provider });
    const { view, participantIds } = await readOk(signatory);
    expect(view.groups.map(({ id, lines }) => [id, lines])).toEqual([
      ['basePay.2026-02', 1],
      ['basePay.2026-01', 4],
    ]);
    const january = view.lines.items.filter(({ groupId }) => groupId === 'basePay.2026-01');
    expect(january.map(({ subject }) => ('name' in subject ? subject.name : subject.kind))).toEqual([
      'Prov Zorn',
      'Prov Ågren',
      'Prov Ärlig',
      'protected',
    ]);
    // Level B, 65 kr a day: 20 days in February for one, 21 in January for four = (20 + 84) × 65 kr.
    expect(view.sums.netOre).toBe(104 * 6500);
    expect(view.lines.items.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(view.sums.netOre);
    expect(view.groups.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(view.sums.netOre);
    expect(view.vat).toEqual([{ vatPermille: 250, netOre: view.sums.netOre }]);
    expect(participantIds).toHaveLength(3);
  });

  it('tells nothing but the amount of protected participants and of other offices', async () => {
    const scoped = await buildProviderActor(owner, 'reporter', {
      provider: north.provider,
      offices: [south],
    });
    const { view, participantIds } = await readOk(scoped);
    const told = view.lines.items.map(({ subject, because, officeName, quantity }) => [
      subject.kind,
      because !== null,
      officeName,
      quantity,
    ]);
    expect(told.filter(([kind]) => kind === 'participant')).toEqual([['participant', true, 'Söder', 21]]);
    expect(
      told
        .filter(([kind]) => kind !== 'participant')
        .map(String)
        .toSorted(),
    ).toEqual(['otherOffice,false,,', 'otherOffice,false,,', 'otherOffice,false,,', 'protected,false,,']);
    expect(JSON.stringify(view)).not.toMatch(/Ågren|Ärlig|Alias/);
    expect(participantIds).toHaveLength(1);
    expect(view.notPayable.items.map(({ name }) => name)).toEqual(['Prov Zorn']);
    expect(view.notPayableHidden).toBe(true);
  });

  it('lists what is not paid, why it was so then and how the report stands now', async () => {
    const reporter = await buildProviderActor(owner, 'reporter', { provider: north.provider });
    const { view } = await readOk(reporter);
    expect(
      view.notPayable.items.map(({ name, key, reason, reportThen, remedy, amountOre }) => ({
        name,
        key,
        reason,
        reportThen,
        can: remedy.can,
        amountOre,
      })),
    ).toEqual([
      // 20 working days in February × 65 kr.
      {
        name: 'Prov Zorn',
        key: 'base:2026-02',
        reason: 'reportMissing',
        reportThen: null,
        can: 'act',
        amountOre: 130_000,
      },
      {
        name: 'Prov Ärlig',
        key: 'base:2026-02',
        reason: 'reportNotApproved',
        reportThen: 'returned',
        can: 'act',
        amountOre: 130_000,
      },
    ]);
    expect(view.notPayable.amountOre).toBe(260_000);
  });

  it('is for the provider’s signatories, reporters and administrators, and the payer, and nobody else', async () => {
    for (const role of ['coach', 'intake'] as const) {
      const actor = await buildProviderActor(owner, role, { provider: north.provider });
      expect(await read(actor)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      expect(await rowsSeenBy(actor)).toEqual([0, 0, 0]);
    }
    const elsewhere = await buildOffice(owner);
    const stranger = await buildProviderActor(owner, 'signatory', { provider: elsewhere.provider });
    expect(await read(stranger)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await rowsSeenBy(stranger)).toEqual([0, 0, 0]);
    const payer = await buildAuthorityActor(owner, 'payer');
    expect((await readOk(payer)).view.lines.total).toBe(5);
  });

  it('does not exist for the provider before it is proposed', async () => {
    const runId = newId();
    await owner.statementRun.create({
      data: { id: runId, cutOff: toUtcDate(plainDate('2026-03-01')), startedAt: NOW },
    });
    const id = newId();
    await owner.statement.create({
      data: {
        id,
        runId,
        providerId: north.provider.id,
        cutOff: toUtcDate(plainDate('2026-03-01')),
        status: 'open',
      },
    });
    const signatory = await buildProviderActor(owner, 'signatory', { provider: north.provider });
    expect(await read(signatory, {}, id)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    const list = await ask(providerStatements, { page: 1 }, { database: app, actor: signatory, now: NOW });
    expect(list.ok && list.value.items.map((row) => row.id)).toEqual([statementId]);
  });

  it('leaves an entry in the log with those whose data was shown', async () => {
    const signatory = await buildProviderActor(owner, 'signatory', { provider: north.provider });
    await readOk(signatory);
    const entry = await owner.auditEntry.findFirstOrThrow({
      where: { personId: signatory.personId, action: 'statement.read' },
    });
    expect(entry).toMatchObject({ outcome: 'read', subjectId: statementId });
    expect(entry.participantIds).toContain(anna.participant.id);
  });

  it('shows one group when asked to, and pages of fifty', async () => {
    const signatory = await buildProviderActor(owner, 'signatory', { provider: north.provider });
    const { view } = await readOk(signatory, { show: 'basePay.2026-02' });
    expect(view.shown).toEqual(['basePay.2026-02']);
    expect(view.lines).toMatchObject({ total: 1, pages: 1 });
    expect((await readOk(signatory, { page: 7 })).view.lines.items).toEqual([]);
  });

  it('is exported whole', async () => {
    const signatory = await buildProviderActor(owner, 'signatory', { provider: north.provider });
    const answer = await ask(
      exportStatement,
      { statementId, as: 'csv' },
      { database: app, actor: signatory, now: NOW },
    );
    expect(answer.ok && answer.value.lines).toHaveLength(5);
  });
});
