import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFile } from '#lib/server/backup/manifest.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

type Copying = {
  readonly from: string;
  readonly to: string;
  /** What stands before the path of each file in the list. */
  readonly name: string;
  /** Paths from `from`. */
  readonly skip: (relative: string) => boolean;
};

/** Copies a folder with its empty folders, readable by us alone, and says what was copied. A file that goes meanwhile is left out. */
export async function copyTree({ from, to, name, skip }: Copying): Promise<BackupFile[]> {
  const copied: BackupFile[] = [];
  const walk = async (relative: string): Promise<void> => {
    mkdirSync(path.join(to, relative), { recursive: true, mode: 0o700 });
    for (const entry of entriesOf(path.join(from, relative))) {
      const at = path.join(relative, entry.name);
      if (skip(at)) continue;
      if (entry.isDirectory()) await walk(at);
      else if (entry.isFile()) {
        const file = await copyFile(path.join(from, at), path.join(to, at)).catch(unlessGone);
        if (file !== undefined) copied.push({ path: path.join(name, at), ...file });
      }
    }
  };
  await walk('');
  return copied;
}

export type Copied = Omit<BackupFile, 'path'>;

/** Copies one file, and says what was written. */
export async function copyFile(from: string, to: string): Promise<Copied> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part);
      size += part.length;
      yield part;
    }
  }
  await pipeline(createReadStream(from), counted, createWriteStream(to, { mode: 0o600 }));
  return { size, sha256: hash.digest('hex') };
}

/** What was copied has reached the disk when this returns: all of it at once, rather than file by file. */
export function settle(folder: string): void {
  const done = spawnSync('sync', ['-f', folder]);
  // Elsewhere `sync` knows no folders.
  if (done.status !== 0) spawnSync('sync');
}

function entriesOf(folder: string) {
  try {
    // From the last name to the first: the log's head before its checkpoints, which may then be ahead of it, not behind.
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A running server removes files; what they held stands in its write-ahead log. */
function unlessGone(error: unknown): undefined {
  if (errorCode(error) !== 'ENOENT') throw error;
}
