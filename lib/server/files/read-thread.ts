import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '#lib/server/files/read-file.ts';

// The thread in which a file from outside is read. It knows nothing but the bytes, and ends with its answer.
const given: unknown = workerData;
if (!(given instanceof Uint8Array)) throw new TypeError('The thread was started without a file');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await readFile(Buffer.from(given.buffer, given.byteOffset, given.byteLength)));
