import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chainHead, type SqlClient } from '#lib/server/audit/chain-entries.ts';
import {
  type AuditFolder,
  type Checkpoint,
  checkpointHash,
  keyId,
  MOST_LINKS,
  NO_CHECKPOINT,
  readHead,
  signCheckpoint,
} from '#lib/server/audit/checkpoint.ts';
import { findLastCheckpoint } from '#lib/server/audit/last-checkpoint.ts';
import { merkleRoot } from '#lib/server/audit/merkle.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

/** The chain no longer holds what was signed: nothing is signed on top of that, the log is to be looked into. */
export class ChainBroken extends Error {
  override readonly name = 'ChainBroken';
}

/**
 * Signs how far the chain has come and keeps it outside the database: as one checkpoint, or several where many links wait.
 * Null where nothing has been chained since the last one.
 */
export async function writeCheckpoint(
  folder: AuditFolder,
  client: SqlClient,
  at: Date,
): Promise<Checkpoint | null> {
  let written: Checkpoint | null = null;
  for (;;) {
    const next = await nextCheckpoint(folder, client, at);
    if (next === null) return written;
    await appendCheckpoint(folder, next);
    await replaceFile(folder.head, JSON.stringify(next));
    written = next;
  }
}

/** Signs how far the chain has come without keeping it as a checkpoint: a receipt can be given, and a cut be seen, within seconds. */
export async function writeHead(folder: AuditFolder, client: SqlClient, at: Date): Promise<void> {
  const next = await nextCheckpoint(folder, client, at);
  if (next !== null) await replaceFile(folder.head, JSON.stringify(next));
}

export async function nextCheckpoint(
  folder: AuditFolder,
  client: SqlClient,
  at: Date,
  { nextKey }: { readonly nextKey?: string } = {},
): Promise<Checkpoint | null> {
  const last = await findLastCheckpoint(folder.checkpoints);
  const signed = await readHead(folder);
  if (signed !== null && signed.n > (last?.n ?? 0) + 1) {
    throw new ChainBroken(
      `Checkpoint ${signed.n - 1} is missing from ${folder.checkpoints}. Nothing more is signed.`,
    );
  }
  await assertHeld(client, last);
  await assertHeld(client, signed);
  const since = last?.seq ?? '0';
  const head = await chainHead(client);
  if (head.seq === BigInt(since) && nextKey === undefined) return null;
  const { rows } = await client.query(
    'SELECT c.seq::text AS seq, c.hash FROM audit_chain c WHERE c.seq > $1 ORDER BY c.seq LIMIT $2',
    [since, MOST_LINKS],
  );
  const hashes = rows.map(({ hash }) => Buffer.from(hash as Uint8Array));
  const newest = hashes.at(-1);
  return signCheckpoint(
    {
      n: (last?.n ?? 0) + 1,
      since,
      seq: newest === undefined ? since : (BigInt(since) + BigInt(hashes.length)).toString(),
      hash: newest?.toString('hex') ?? last?.hash ?? NO_CHECKPOINT,
      root: hashes.length === 0 ? NO_CHECKPOINT : merkleRoot(hashes).toString('hex'),
      at: at.toISOString(),
      previous: last === null ? NO_CHECKPOINT : checkpointHash(last),
      ...(nextKey === undefined ? {} : { nextKey }),
    },
    await signingKey(folder),
  );
}

async function assertHeld(client: SqlClient, signed: Checkpoint | null): Promise<void> {
  if (signed === null || signed.seq === '0') return;
  const { rows } = await client.query(
    "SELECT encode(c.hash, 'hex') AS hash FROM audit_chain c WHERE c.seq = $1",
    [signed.seq],
  );
  if (rows[0]?.['hash'] === signed.hash) return;
  throw new ChainBroken(
    `The log no longer holds link ${signed.seq}, which was signed ${signed.at}. Nothing more is signed. Run npm run audit:verify.`,
  );
}

/** On the disk before anybody counts on it. What a power cut has left of a line is overwritten: it was never whole. */
export async function appendCheckpoint(folder: AuditFolder, checkpoint: Checkpoint): Promise<void> {
  const file = await open(folder.checkpoints, 'a+');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096));
    const torn = bytesRead - (buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1);
    if (torn > 0) await file.truncate(size - torn);
    await file.appendFile(`${JSON.stringify(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The signing key (Ed25519), made the first time; its public half lies beside it for anybody to verify with. */
export async function signingKey(folder: AuditFolder): Promise<KeyObject> {
  const privateKey = (await keptKey(folder)) ?? (await makeKey(folder));
  // Also where a worker was killed before it had written it.
  if (!existsSync(folder.publicKeys)) await publishFirst(folder, privateKey);
  return privateKey;
}

async function keptKey(folder: AuditFolder): Promise<KeyObject | null> {
  try {
    return createPrivateKey(await readFile(folder.privateKey));
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return null;
  }
}

async function makeKey(folder: AuditFolder): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(path.dirname(folder.privateKey), { recursive: true, mode: 0o700 });
  await replaceFile(folder.privateKey, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  return privateKey;
}

async function publishFirst(folder: AuditFolder, privateKey: KeyObject): Promise<void> {
  const publicKey = createPublicKey(privateKey);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await replaceFile(folder.publicKey, pem);
  await replaceFile(folder.publicKeys, JSON.stringify([{ id: keyId(publicKey), publicKey: pem }], null, 2));
}

/** A reader sees the old file or the new one, never half of one. */
export async function replaceFile(file: string, text: string, mode = 0o644): Promise<void> {
  const beside = `${file}.${process.pid}.new`;
  await writeFile(beside, text, { mode });
  await rename(beside, file);
}
