import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

export type StoredFile = {
  /** Random; says nothing of what is in it and cannot be guessed. */
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
};

/** Where uploaded files are kept. What they are called and whose they are stands in the database, never here. */
export type FileStore = {
  /** Keeps all of the stream, on disk before it says so; more than `limit` bytes are refused. */
  put(content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile | 'tooLarge'>;
  /** Undefined where there is no such file. */
  open(name: string): Promise<Readable | undefined>;
  /** Removing what is gone already is no fault. */
  remove(name: string): Promise<void>;
};

const namePattern = /^[0-9a-f]{48}$/;

/** Files in a folder that no web server serves. */
export function folderStore(folder: string): FileStore {
  const fileOf = (name: string): string => {
    if (!namePattern.test(name)) throw new Error('That is no name of a stored file.');
    return path.join(folder, name.slice(0, 2), name);
  };
  return {
    async put(content, limit) {
      const name = randomBytes(24).toString('hex');
      const file = fileOf(name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const draft = `${file}.part`;
      const written = await write(draft, content, limit).catch(async (error: unknown) => {
        await rm(draft, { force: true });
        throw error;
      });
      if (written === 'tooLarge') {
        await rm(draft, { force: true });
        return written;
      }
      await rename(draft, file);
      return { name, ...written };
    },
    async open(name) {
      const found = await stat(fileOf(name)).catch(() => undefined);
      return found === undefined ? undefined : createReadStream(fileOf(name));
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}

async function write(
  file: string,
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ sha256: string; size: number } | 'tooLarge'> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size > limit) return 'tooLarge';
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}
