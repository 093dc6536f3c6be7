import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import { deriveKey } from '#lib/server/crypto/derive-key.ts';
import { writeJsonFile } from '#lib/server/json-file.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

const file = z.object({ path: z.string(), size: z.int(), sha256: z.string() });
const checksum = z.object({ rows: z.int(), sum: z.string() });

const content = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Major version of PostgreSQL, and for which processors: its files fit no other. */
  postgres: z.int(),
  processor: z.string(),
  /** The newest migration. */
  migration: z.string(),
  /** The segments of the write-ahead log that the files need to be whole. */
  wal: z.object({ from: z.string(), through: z.string() }),
  /** Says which PORTAL_SECRET the backup belongs to, not what it is. */
  secret: z.string(),
  /** What every table held and the catalogue said; null where somebody could write meanwhile. */
  checksums: z.record(z.string(), checksum).nullable(),
  files: z.array(file),
});

export type BackupContent = z.infer<typeof content>;
export type BackupFile = z.infer<typeof file>;
export type Checksums = NonNullable<BackupContent['checksums']>;

const sealed = z.object({ content, seal: z.string() });

const manifestOf = (folder: string): string => path.join(folder, 'backup.json');

/** Which secret it is, for saying that another was given. */
export function secretMark(portalSecret: string): string {
  return deriveKey(portalSecret, 'backup-mark/1').toString('hex').slice(0, 16);
}

function sealOf(given: BackupContent, portalSecret: string): Buffer {
  return createHmac('sha256', deriveKey(portalSecret, 'backup-seal/1')).update(canonicalJson(given)).digest();
}

/** Written last: a folder without it holds no backup. */
export function writeManifest(folder: string, given: BackupContent, portalSecret: string): void {
  writeJsonFile(manifestOf(folder), { content: given, seal: sealOf(given, portalSecret).toString('hex') });
}

/** What is in a backup. What is no backup, an unfinished one, one of another secret, or a changed one is said. */
export function readManifest(folder: string, secret: string | undefined): BackupContent {
  const name = manifestOf(folder);
  if (!existsSync(name)) {
    throw new OperatorFault(
      `There is no finished backup in ${folder}: backup.json is missing. Give the folder that npm run backup named.`,
    );
  }
  const read = sealed.safeParse(parsed(readFileSync(name, 'utf8')));
  if (!read.success)
    throw new OperatorFault(`${name} cannot be read: it is damaged, or of another version of the portal.`);
  if (secret === undefined || secretMark(secret) !== read.data.content.secret) {
    throw new OperatorFault(
      'The backup belongs to another PORTAL_SECRET. Set PORTAL_SECRET to the one that it was made with.',
    );
  }
  const seal = Buffer.from(read.data.seal, 'hex');
  const right = sealOf(read.data.content, secret);
  if (seal.length !== right.length || !timingSafeEqual(seal, right))
    throw new OperatorFault(`${name} was changed since the backup was made. Take another backup.`);
  return read.data.content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off or overwritten: the caller says so.
    return undefined;
  }
}
