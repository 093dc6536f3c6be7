import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReceiptFile } from '#lib/schemas/receipt.ts';
import { chainEntries } from '#lib/server/audit/chain-entries.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { merklePath, merkleRoot, rootOfPath } from '#lib/server/audit/merkle.ts';
import { sha256 } from '#lib/server/audit/entry-hash.ts';
import { publishedKeys } from '#lib/server/audit/published-keys.ts';
import { rotateKey } from '#lib/server/audit/rotate-key.ts';
import { writeCheckpoint, writeHead } from '#lib/server/audit/write-checkpoint.ts';
import { ask } from '#lib/server/command/query.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { receiptFile } from '#lib/server/receipt/receipt-file.ts';
import { openVerdict, sealVerdict } from '#lib/server/receipt/sealed-verdict.ts';
import { verifyReceipt } from '#lib/server/receipt/verify-receipt.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let test: TestDatabase;
let owner: Database;
let app: Database;
let worker: Client;
let dataDir: string;
let coach: Awaited<ReturnType<typeof buildProviderActor>>;
let colleague: typeof coach;
let stranger: typeof coach;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'receipt-'));
  vi.stubEnv('PORTAL_DATA_DIR', dataDir);
  test = await createTestDatabase();
  owner = openDatabase(test.ownerUrl, 2);
  app = openDatabase(test.appUrl, 2);
  worker = new Client({ connectionString: test.workerUrl });
  await worker.connect();
  await buildReferenceData(owner);
  const { provider } = await buildOffice(owner);
  const other = await buildOffice(owner);
  coach = await buildProviderActor(owner, 'coach', { provider });
  colleague = await buildProviderActor(owner, 'signatory', { provider });
  stranger = await buildProviderActor(owner, 'signatory', { provider: other.provider });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.end()]);
  await test.drop();
  await rm(dataDir, { recursive: true });
});

const folder = () => auditFolder(dataDir);

async function handIn(contentHash: string | null = null): Promise<string> {
  const id = newId();
  await inTransaction(app, coach, (tx) =>
    writeAudit(tx, {
      actor: coach,
      action: 'report.attest',
      outcome: 'done',
      subject: {
        type: 'attestation',
        id,
        participantIds: [newId()],
        detail: { contentHash, secret: 'Only ours' },
      },
    }),
  );
  return id;
}

async function receiptOf(id: string, actor = coach): Promise<ReceiptFile | null | undefined> {
  const asked = await ask(
    receiptFile,
    { subject: 'attestation', id },
    { database: app, actor, now: new Date() },
  );
  return asked.ok ? asked.value.file : undefined;
}

async function sealed(): Promise<void> {
  while ((await chainEntries(worker)) > 0);
  await writeCheckpoint(folder(), worker, new Date());
}

const verdictOf = async (receipt: unknown) =>
  verifyReceipt(JSON.stringify(receipt), await publishedKeys(folder()));

describe('a receipt of what was handed in', () => {
  it('is there once it is signed, for who handed it in and colleagues, and for nobody else', async () => {
    const id = await handIn();
    expect(await receiptOf(id)).toBeNull();
    await chainEntries(worker);
    expect(await receiptOf(id)).toBeNull();
    await writeHead(folder(), worker, new Date());
    const receipt = await receiptOf(id);
    expect(await verdictOf(receipt)).toMatchObject({ genuine: true, kind: 'attestation', subjectId: id });
    expect(await receiptOf(id, colleague)).toEqual(receipt);
    expect(await receiptOf(id, stranger)).toBeUndefined();
    expect(await receiptOf(newId())).toBeUndefined();
  });

  it('holds nothing of a person, and the hash of its content', async () => {
    const contentHash = 'ab'.repeat(32);
    const id = await handIn(contentHash);
    await sealed();
    const receipt = await receiptOf(id);
    expect(await verdictOf(receipt)).toMatchObject({ genuine: true, contentHash });
    const text = JSON.stringify(receipt);
    const entry = await owner.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    for (const personal of [
      coach.personId,
      coach.providerId,
      ...entry.participantIds,
      'Only ours',
      entry.actorKey,
    ]) {
      expect(text).not.toContain(personal);
    }
  });

  it('of an old day stays genuine, also under the key of that day', async () => {
    const id = await handIn();
    await sealed();
    const receipt = await receiptOf(id);
    await rotateKey(folder(), worker, new Date());
    const later = await handIn();
    await sealed();
    expect(await receiptOf(id)).toEqual(receipt);
    expect(await verdictOf(receipt)).toMatchObject({ genuine: true });
    expect(await verdictOf(await receiptOf(later))).toMatchObject({ genuine: true });
  });

  it('is not genuine with any letter of it changed, nor under another key', async () => {
    const id = await handIn('cd'.repeat(32));
    await handIn();
    await handIn();
    await sealed();
    const text = JSON.stringify(await receiptOf(id));
    const keys = await publishedKeys(folder());
    expect(verifyReceipt(text, keys).genuine).toBe(true);
    expect(verifyReceipt(text, new Map())).toEqual({ genuine: false, fault: 'unknownKey' });
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', '7', 'a', 'f', '"', 'x'),
        (at, letter) => {
          fc.pre(text[at] !== letter);
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          // Base64 keeps two bits in its last letter that are no part of the signature.
          fc.pre(!text.slice(at).startsWith('=') && !/^[^"]?=/.test(text.slice(at)));
          expect(verifyReceipt(changed, keys).genuine).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the way to the root', () => {
  it('leads there from every leaf, and from no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (size, seed) => {
        const hashes = Array.from({ length: size }, (_, at) => sha256(`${seed}-${at}`));
        const root = merkleRoot(hashes);
        for (const [at, hash] of hashes.entries()) {
          const way = merklePath(hashes, at);
          expect(rootOfPath(hash, at, size, way)).toEqual(root);
          expect(rootOfPath(sha256('other'), at, size, way)).not.toEqual(root);
          expect(rootOfPath(hash, at, size, [...way, hash])).toBeNull();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a verdict in an address', () => {
  it('is read back, and only as the portal wrote it, for an hour', () => {
    const at = new Date();
    const sealedVerdict = sealVerdict({ genuine: false, fault: 'changed' }, at);
    expect(openVerdict(sealedVerdict, at)).toEqual({ genuine: false, fault: 'changed' });
    expect(openVerdict(sealedVerdict, new Date(at.getTime() + 3_600_001))).toBeNull();
    expect(openVerdict(`x${sealedVerdict}`, at)).toBeNull();
    expect(openVerdict('', at)).toBeNull();
  });
});
