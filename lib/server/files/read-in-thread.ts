import { Worker } from 'node:worker_threads';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import type { FileFault } from '#lib/domain/upload/file-fault.ts';
import type { FileTable } from '#lib/server/files/read-file.ts';
import { READ_LIMITS } from '#lib/server/files/read-limits.ts';
import { err, type Result } from '#lib/shared/result.ts';

type Read = Result<FileTable, FileFault>;
/** What the thread is given. */
export type ThreadData = {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly columns: readonly string[];
};
type Limits = { readonly seconds: number; readonly heapMiB: number };

/**
 * Reads a file from outside in a thread of its own, which has no environment, so much memory and so much time. Whatever
 * the file does to it, this process goes on, and the answer says what to do.
 */
export function readInThread(
  bytes: Uint8Array,
  limits: Limits = READ_LIMITS,
  columns: readonly string[] = REPORT_COLUMNS,
): Promise<Read> {
  // A copy of its own, which moves there: what is left here is not touched.
  const content = new Uint8Array(bytes);
  const thread = new Worker(new URL('read-thread.ts', import.meta.url), {
    workerData: { content, columns } satisfies ThreadData,
    transferList: [content.buffer],
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 16 },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(err({ code: 'fileTooSlow', facts: { seconds: limits.seconds } }));
      void thread.terminate();
    }, limits.seconds * 1000);
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own thread's one message
    thread.once('message', (read: unknown) => settle(() => resolve(read as Read)));
    thread.once('error', (error: Error & { readonly code?: string }) => {
      const isOutOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      settle(() => (isOutOfMemory ? resolve(err({ code: 'fileTooHeavy', facts: {} })) : reject(error)));
    });
    thread.once('exit', () =>
      settle(() => reject(new Error('The thread that read a file ended without an answer'))),
    );
  });
}
