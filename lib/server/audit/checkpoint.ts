import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { sha256 } from '#lib/server/audit/entry-hash.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

/** The head of the chain at an instant, signed and kept outside the database. Each hangs on the one before it. */
export type Checkpoint = {
  /** Counted from 1, without a gap. */
  readonly n: number;
  /** The last link that the checkpoint before this one has seen; 0 for the first. */
  readonly since: string;
  readonly seq: string;
  readonly hash: string;
  /** Root of the tree over the links after `since` up to `seq`: what receipts lead to. */
  readonly root: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** SHA-256 of the whole checkpoint before this one. */
  readonly previous: string;
  /** By what the signing key is known. */
  readonly key: string;
  /** The key that signs from the next checkpoint on (SPKI, DER, base64): the old key vouches for the new one. */
  readonly nextKey?: string;
  readonly signature: string;
};

export type UnsignedCheckpoint = Omit<Checkpoint, 'signature' | 'key'>;

/** Where what proves the log lies: outside the database. */
export type AuditFolder = {
  readonly checkpoints: string;
  /** The next checkpoint as it would be now, signed every few seconds. */
  readonly head: string;
  readonly privateKey: string;
  /** The first key: from it on, each key vouches for the next. */
  readonly publicKey: string;
  /** All public keys, for anybody. */
  readonly publicKeys: string;
};

export const NO_CHECKPOINT = '0'.repeat(64);
export const MOST_LINKS = 65_536;

export function auditFolder(dataDir: string): AuditFolder {
  const folder = path.join(dataDir, 'audit');
  return {
    checkpoints: path.join(folder, 'checkpoints.jsonl'),
    head: path.join(folder, 'head.json'),
    privateKey: path.join(folder, 'private-key.pem'),
    publicKey: path.join(folder, 'public-key.pem'),
    publicKeys: path.join(folder, 'public-keys.json'),
  };
}

/** By what a key is known: SHA-256 of its public half (SPKI, DER). */
export function keyId(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return sha256(publicKey.export({ type: 'spki', format: 'der' })).toString('hex');
}

export async function readPublicKey(folder: AuditFolder): Promise<KeyObject> {
  return createPublicKey(await readFile(folder.publicKey));
}

export function signCheckpoint(content: UnsignedCheckpoint, privateKey: KeyObject): Checkpoint {
  const signed = { ...content, key: keyId(privateKey) };
  const signature = sign(null, Buffer.from(canonicalJson(signed)), privateKey).toString('base64');
  return { ...signed, signature };
}

export function checkpointIsGenuine(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  const { signature, ...signed } = checkpoint;
  return verify(null, Buffer.from(canonicalJson(signed)), publicKey, Buffer.from(signature, 'base64'));
}

/** What the next checkpoint hangs on. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return sha256(canonicalJson(checkpoint)).toString('hex');
}

const HASH = /^[0-9a-f]{64}$/;
const NUMBER = /^\d{1,18}$/;

/** A checkpoint from its JSON; null where it is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  let value: Partial<Record<keyof Checkpoint, unknown>> | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return isCheckpoint(value) ? value : null;
}

export function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Partial<Record<keyof Checkpoint, unknown>>;
  const matches = (pattern: RegExp, ...fields: readonly (keyof Checkpoint)[]): boolean =>
    fields.every((field) => typeof given[field] === 'string' && pattern.test(given[field]));
  return (
    Number.isSafeInteger(given.n) &&
    matches(NUMBER, 'since', 'seq') &&
    matches(HASH, 'hash', 'root', 'previous', 'key') &&
    matches(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'at') &&
    matches(/^[A-Za-z0-9+/=]{1,200}$/, 'signature') &&
    (given.nextKey === undefined || matches(/^[A-Za-z0-9+/=]{1,200}$/, 'nextKey'))
  );
}

/** The checkpoint signed last but not yet kept; null before the first, or where it cannot be read. */
export async function readHead(folder: AuditFolder): Promise<Checkpoint | null> {
  try {
    return parseCheckpoint(await readFile(folder.head, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The checkpoints in the order written, one by one, with the head that was signed last where it is newer: as they are when
 * this is called. Null stands for a line that is none. A last line without its end was never written to the end.
 */
export async function openCheckpoints(folder: AuditFolder): Promise<AsyncIterable<Checkpoint | null>> {
  const head = await readHead(folder);
  const size = await stat(folder.checkpoints).then(
    (found) => found.size,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return 0;
      throw error;
    },
  );
  return withHead(size === 0 ? [] : linesOf(folder.checkpoints, size), head);
}

async function* linesOf(file: string, size: number): AsyncGenerator<Checkpoint | null> {
  const input = createReadStream(file, { end: size - 1, encoding: 'utf8' });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') yield parseCheckpoint(line);
  }
}

async function* withHead(
  kept: AsyncIterable<Checkpoint | null> | readonly never[],
  head: Checkpoint | null,
): AsyncGenerator<Checkpoint | null> {
  let last = 0;
  for await (const checkpoint of kept) {
    last = checkpoint?.n ?? last;
    yield checkpoint;
  }
  if (head !== null && head.n > last) yield head;
}

/** All checkpoints in the order written; none before the first. */
export async function readCheckpoints(folder: AuditFolder): Promise<(Checkpoint | null)[]> {
  const all: (Checkpoint | null)[] = [];
  for await (const checkpoint of await openCheckpoints(folder)) all.push(checkpoint);
  return all;
}
