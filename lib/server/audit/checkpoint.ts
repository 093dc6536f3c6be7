import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from '#lib/server/audit/chain-entries.ts';

/** The head of the chain at an instant, signed and kept outside the database. */
export type Checkpoint = {
  readonly seq: string;
  readonly hash: string;
  readonly at: string;
  readonly signature: string;
};

export type AuditFolder = {
  readonly checkpoints: string;
  readonly privateKey: string;
  readonly publicKey: string;
};

export function auditFolder(dataDir: string): AuditFolder {
  const folder = path.join(dataDir, 'audit');
  return {
    checkpoints: path.join(folder, 'checkpoints.jsonl'),
    privateKey: path.join(folder, 'private-key.pem'),
    publicKey: path.join(folder, 'public-key.pem'),
  };
}

function signedText({ seq, hash, at }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(`${seq}\n${hash}\n${at}\n`);
}

/** The signing key (Ed25519), made the first time; its public half lies beside it for anybody to verify with. */
async function signingKey(folder: AuditFolder): Promise<KeyObject> {
  try {
    return createPrivateKey(await readFile(folder.privateKey));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await mkdir(path.dirname(folder.privateKey), { recursive: true, mode: 0o700 });
  await writeFile(folder.privateKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  await writeFile(folder.publicKey, publicKey.export({ type: 'spki', format: 'pem' }));
  return privateKey;
}

/** Signs the head and appends it to the file of checkpoints, unless the last one there already says the same. */
export async function writeCheckpoint(folder: AuditFolder, head: Head, at: Date): Promise<Checkpoint | null> {
  const last = (await readCheckpoints(folder)).at(-1);
  if (head.seq === 0n || last?.seq === head.seq.toString()) return null;
  const content = { seq: head.seq.toString(), hash: head.hash.toString('hex'), at: at.toISOString() };
  const signature = sign(null, signedText(content), await signingKey(folder)).toString('base64');
  const checkpoint = { ...content, signature };
  await appendFile(folder.checkpoints, `${JSON.stringify(checkpoint)}\n`);
  return checkpoint;
}

/** All checkpoints in the order written; none before the first. */
export async function readCheckpoints(folder: AuditFolder): Promise<Checkpoint[]> {
  try {
    const text = await readFile(folder.checkpoints, 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Checkpoint);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export async function readPublicKey(folder: AuditFolder): Promise<KeyObject> {
  return createPublicKey(await readFile(folder.publicKey));
}

export function checkpointIsGenuine(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return verify(null, signedText(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64'));
}
