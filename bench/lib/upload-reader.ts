import { openDatabase } from '#lib/server/db/client.ts';
import { handlers } from '#lib/server/jobs/handlers.ts';

/** What the process that read an upload says of it. */
export type UploadRead = { readonly seconds: number; readonly peakMiB: number };

// The worker's own handler in a process with nothing else in it, so that memory is measured as the worker needs it.
const [uploadId = '', workerUrl = ''] = process.argv.slice(2);
const database = openDatabase(workerUrl, 2);
let peak = process.memoryUsage.rss();
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 10);
const start = performance.now();
await handlers['upload.read']({ uploadId }, { jobId: uploadId, database });
const seconds = Math.round(performance.now() - start) / 1000;
clearInterval(sampling);
// What the system saw, should a peak have come and gone between two looks.
peak = Math.max(peak, process.memoryUsage.rss(), process.resourceUsage().maxRSS * 1024);
await new Promise((sent) => process.send?.({ seconds, peakMiB: Math.round(peak / 1024 / 1024) }, sent));
process.exit(0);
