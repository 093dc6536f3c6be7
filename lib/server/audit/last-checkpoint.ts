import { open } from 'node:fs/promises';
import { type Checkpoint, parseCheckpoint } from '#lib/server/audit/checkpoint.ts';
import { errorCode } from '#lib/server/operator-fault.ts';

/** A checkpoint is some 700 bytes; the file grows by one every five minutes and is never read whole here. */
const TAIL_BYTES = 8192;

/** The last whole line of the file of checkpoints; null before the first, or where this process has no such file. */
export async function findLastCheckpoint(file: string): Promise<Checkpoint | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, TAIL_BYTES);
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
      const text = buffer.toString('utf8');
      const last =
        text
          .slice(0, text.lastIndexOf('\n') + 1)
          .trimEnd()
          .split('\n')
          .at(-1) ?? '';
      return last === '' ? null : parseCheckpoint(last);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
