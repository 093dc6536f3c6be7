import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '#lib/server/files/read-file.ts';
import type { ThreadData } from '#lib/server/files/read-in-thread.ts';

// The thread in which a file from outside is read. It knows nothing but the bytes, and ends with its answer.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what our own process starts it with
const { content, columns } = workerData as ThreadData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await readFile(Buffer.from(content.buffer), columns));
