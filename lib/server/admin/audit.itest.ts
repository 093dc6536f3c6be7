import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { auditCsvRows } from '#lib/domain/admin/audit-csv.ts';
import type { AuditSearch } from '#lib/domain/admin/audit-log.ts';
import { auditSearchInput, placementListInput } from '#lib/schemas/admin.ts';
import { chainState } from '#lib/server/admin/chain-state.ts';
import { exportAudit } from '#lib/server/admin/export-audit.ts';
import { findLoggedPerson } from '#lib/server/admin/find-logged-person.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { env } from '#lib/server/env.ts';
import { listPlacements } from '#lib/server/admin/list-placements.ts';
import { searchAudit } from '#lib/server/admin/search-audit.ts';
import { showPlacement } from '#lib/server/admin/show-placement.ts';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { findLastCheckpoint } from '#lib/server/audit/last-checkpoint.ts';
import { writeCheckpoint } from '#lib/server/audit/write-checkpoint.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { addDays, plainDateFromDate } from '#lib/shared/plain-date.ts';

const now = new Date();
const today = plainDateFromDate(now);
let test: TestDatabase;
let owner: Database;
let app: Database;
let auditor: AuthorityActor;
let caseworker: AuthorityActor;
let placement: BuiltPlacement;
let hidden: BuiltPlacement;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 4);
  await buildReferenceData(owner);
  auditor = await buildAuthorityActor(owner, 'auditor');
  const person = await buildPerson(owner, { givenName: 'Hanna', familyName: 'Handläggare' });
  caseworker = await buildAuthorityActor(owner, 'caseworker', { person });
  const office = await buildOffice(owner);
  placement = await buildPlacement(owner, { office });
  const participant = await buildParticipant(owner, { protected: true, familyName: 'Dold' });
  hidden = await buildPlacement(owner, { office, participant });
  const asCaseworker = { database: app, actor: caseworker, now };
  await ask(listPlacements, placementListInput.parse({ show: 'all' }), asCaseworker);
  await ask(showPlacement, { placementId: placement.id }, asCaseworker);
  await execute(takeReport, { reportId: newId(), version: 1 }, { ...asCaseworker, idempotencyKey: newId() });
  // Whoever is named for a protected identity leaves entries too.
  await owner.auditEntry.create({
    data: {
      actorKind: 'person',
      personId: hidden.participant.person.id,
      actorKey: 'person:x',
      role: 'participant',
      action: 'participant.showHome',
      outcome: 'read',
      participantIds: [hidden.participant.id],
    },
  });
});
afterAll(async () => {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await test.drop();
});

async function search(filters: Record<string, string> = {}): Promise<AuditSearch> {
  const result = await ask(searchAudit, auditSearchInput.parse(filters), {
    database: app,
    actor: auditor,
    now,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const lastOwnEntry = (action: string) =>
  owner.auditEntry.findFirst({ where: { personId: auditor.personId, action }, orderBy: { id: 'desc' } });
const actionsOf = ({ entries }: AuditSearch): string[] => entries.map(({ action }) => action);

describe('a search in the log', () => {
  it('tells who did what, about whom and why, newest first', async () => {
    const { entries } = await search({ person: 'hanna h' });
    expect(entries).toMatchObject([
      { action: 'report.take', outcome: 'refused', refusal: 'forbidden', participants: 0 },
      { action: 'placement.show', outcome: 'read', participants: 1, purpose: 'Handläggning av placeringar' },
      { action: 'placement.list', outcome: 'read' },
    ]);
    const { givenName, familyName } = placement.participant.person;
    expect(entries[1]).toMatchObject({
      actorName: 'Hanna Handläggare',
      role: 'caseworker',
      participantNames: [`${givenName} ${familyName}`],
    });
  });

  it('is narrowed by participant, action, outcome and days', async () => {
    expect(actionsOf(await search({ reference: placement.reference, action: 'placement.show' }))).toEqual([
      'placement.show',
    ]);
    expect(new Set(actionsOf(await search({ reference: placement.reference })))).toContain('placement.list');
    expect(actionsOf(await search({ outcome: 'refused' }))).toEqual(['report.take']);
    expect((await search({ to: addDays(today, -1) })).entries).toEqual([]);
    expect((await search({ from: addDays(today, 1) })).entries).toEqual([]);
    expect((await search({ from: today, to: today, outcome: 'refused' })).entries).toHaveLength(1);
  });

  it('says when a reference is nobody’s', async () => {
    expect(await search({ reference: '123456789' })).toMatchObject({ unknownReference: true, entries: [] });
    expect((await search({ reference: placement.reference })).unknownReference).toBe(false);
  });

  it('names nobody with a protected identity, and finds nothing by their name or reference', async () => {
    const [entry] = (await search({ action: 'participant.showHome' })).entries;
    expect(entry).toMatchObject({ actorName: null, participants: 1, participantNames: [] });
    expect((await search({ person: 'Dold' })).entries).toEqual([]);
    expect(await search({ reference: hidden.reference })).toMatchObject({ unknownReference: true });
  });

  it('is itself an entry, with those whose entries were looked for', async () => {
    await search({ reference: placement.reference });
    const own = await owner.auditEntry.findFirst({
      where: { personId: auditor.personId, action: 'audit.search' },
      orderBy: { id: 'desc' },
    });
    expect(own).toMatchObject({
      outcome: 'read',
      purpose: 'Revision av loggen',
      participantIds: [placement.participant.id],
      detail: { filters: ['reference'] },
    });
  });

  it('is narrowed by organisation, and says why in its own entry', async () => {
    const { provider } = await buildOffice(owner);
    const coach = await buildProviderActor(owner, 'coach', { provider });
    const asCoach = { database: app, actor: coach, now, idempotencyKey: newId() };
    await execute(takeReport, { reportId: newId(), version: 1 }, asCoach);
    const { name } = await owner.provider.findUniqueOrThrow({ where: { id: coach.providerId } });
    const found = await search({ organisation: name, reason: 'suspicion' });
    expect(found.entries.map(({ providerName }) => providerName)).toEqual([name]);
    expect(await lastOwnEntry('audit.search')).toMatchObject({
      detail: { filters: ['organisation'], reason: 'suspicion' },
    });
  });

  it('finds a participant by identity number, nobody with a protected identity, and keeps the number nowhere', async () => {
    const find = async (identityNumber: string, actor = auditor) => {
      const asked = await ask(
        findLoggedPerson,
        { identityNumber, reason: 'request' },
        { database: app, actor, now },
      );
      return asked.ok ? asked.value.participantId : asked.error.code;
    };
    const number = '199001012385';
    const give = async (personId: string): Promise<void> => {
      const identityHashOf = new Uint8Array(identityHash(number, env().PORTAL_SECRET));
      await owner.personIdentity.deleteMany({
        where: { OR: [{ personId }, { identityHash: identityHashOf }] },
      });
      await owner.personIdentity.create({ data: { personId, identityHash: identityHashOf } });
    };
    await give(hidden.participant.person.id);
    expect(await find(number)).toBeNull();
    await give(placement.participant.person.id);
    expect(await find(number)).toBe(placement.participant.id);
    expect(await find(number, caseworker)).toBe('forbidden');
    const own = await lastOwnEntry('audit.findPerson');
    expect(own).toMatchObject({ participantIds: [placement.participant.id], detail: { reason: 'request' } });
    expect(
      JSON.stringify(own, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(number);
    expect(actionsOf(await search({ participant: placement.participant.id }))).toContain('placement.show');
    expect(await search({ participant: hidden.participant.id })).toMatchObject({
      unknownReference: true,
      entries: [],
    });
  });

  it('is a file with a reason, and not without one', async () => {
    const take = (filters: Record<string, string>) =>
      ask(exportAudit, auditSearchInput.parse(filters), { database: app, actor: auditor, now });
    expect((await take({ action: 'placement.show' })).ok).toBe(false);
    const file = await take({ action: 'placement.show', reason: 'supervision' });
    if (!file.ok) throw new Error(file.error.code);
    const { givenName, familyName } = placement.participant.person;
    expect(auditCsvRows(file.value.entries)[1]?.slice(-2)).toEqual(['1', `${givenName} ${familyName}`]);
    expect(await lastOwnEntry('audit.export')).toMatchObject({
      participantIds: [placement.participant.id],
      detail: { filters: ['action'], reason: 'supervision', entries: 1 },
    });
  });

  it('goes on page by page without missing or doubling an entry, also those of one instant', async () => {
    await owner.auditEntry.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        at: new Date(Date.UTC(2025, 0, 1, 12, 0, Math.floor(index / 10))),
        actorKind: 'job',
        actorKey: 'job:statement.run',
        action: 'statement.calculate',
        outcome: 'done',
      })),
    });
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: AuditSearch = await search({
        action: 'statement.calculate',
        ...(before === null ? {} : { before }),
      });
      seen.push(...page.entries.map(({ id }) => id));
      expect(page.entries[0]).toMatchObject({ actorKind: 'job', actorMachine: 'statement.run' });
      before = page.olderThan;
    } while (before !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => b - a));
  });
});

function checkpointLine(seq: number): string {
  const hash = 'ab'.repeat(32);
  const [at, signature] = [now.toISOString(), 'y'.repeat(88)];
  return `${JSON.stringify({ n: seq + 1, since: '0', seq: String(seq), hash, root: hash, at, previous: hash, key: hash, signature })}\n`;
}

/** A folder for as long as a test runs. */
async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  return folder;
}

describe('the state of the chain', () => {
  it('says how far it goes, what waits, and whether the last checkpoint agrees', async () => {
    const worker = new Client({ connectionString: test.workerUrl });
    await worker.connect();
    const folder = auditFolder(await ownFolder());
    const state = () => inTransaction(app, auditor, (tx) => chainState(tx, folder));
    expect(await state()).toMatchObject({ links: 0, checkpoint: null });
    const links = await chainEntries(worker);
    await writeCheckpoint(folder, worker, now);
    await worker.end();
    expect(await state()).toMatchObject({
      links,
      waiting: 0,
      checkpoint: { seq: String(links), genuine: true, agrees: true },
    });
    await search();
    expect((await state()).waiting).toBe(1);
    const forged = await findLastCheckpoint(folder.checkpoints);
    await writeFile(folder.checkpoints, `${JSON.stringify({ ...forged, hash: '00'.repeat(32) })}\n`);
    expect((await state()).checkpoint).toMatchObject({ genuine: false, agrees: false });
  });

  it('reads the last checkpoint of a file however long it is', async () => {
    const file = path.join(await ownFolder(), 'checkpoints.jsonl');
    expect(await findLastCheckpoint(file)).toBeNull();
    await writeFile(file, '');
    expect(await findLastCheckpoint(file)).toBeNull();
    await writeFile(file, Array.from({ length: 300 }, (_, index) => checkpointLine(index)).join(''));
    expect((await findLastCheckpoint(file))?.seq).toBe('299');
  });
});

it('is for auditors alone', async () => {
  const { provider } = await buildOffice(owner);
  const strangers = [
    ...(await Promise.all(
      (['reviewer', 'caseworker', 'payer', 'agreementAdmin'] as const).map((role) =>
        buildAuthorityActor(owner, role),
      ),
    )),
    await buildProviderActor(owner, 'providerAdmin', { provider }),
  ];
  for (const actor of strangers) {
    const result = await ask(searchAudit, auditSearchInput.parse({}), { database: app, actor, now });
    expect(result).toMatchObject({ ok: false, error: { status: 403 } });
    // The database holds the same by itself.
    expect(await inTransaction(app, actor, (tx) => tx.auditEntry.count())).toBe(0);
  }
});
