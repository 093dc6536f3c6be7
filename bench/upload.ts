import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { REPORT_COLUMNS } from '#lib/domain/report/raw-row.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import type { UploadRead } from '#bench/lib/upload-reader.ts';
import { execute } from '#lib/server/command/execute.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import { newId } from '#lib/server/ids.ts';
import { prepareJobs } from '#lib/server/jobs/prepare-jobs.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { receiveUpload } from '#lib/server/upload/receive-upload.ts';
import { WORKER_NODE_OPTIONS } from '#scripts/start/worker-options.ts';

/**
 * How long a workbook of 5 000 rows takes from when it has come in until its reports are drafts and what is wrong in it is
 * told (one report in fifty is wrong), on a real PostgreSQL, and the most memory that the reading process holds. `--quick`
 * takes a tenth of the rows.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const ROWS_EACH = 5;
const participants = values.quick ? 100 : 1000;
const rows = participants * ROWS_EACH;
const NOW = new Date('2026-04-01T08:00:00Z');

async function workbook(references: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pick = seeded(seed);
  const lines = references.flatMap((reference, n) =>
    Array.from({ length: ROWS_EACH }, (_, row) => {
      const activity = ACTIVITY_CODES[(n + row) % ACTIVITY_CODES.length] ?? '';
      const form = ACTIVITY_FORMS[pick(0, ACTIVITY_FORMS.length - 1)] ?? '';
      const minutes = n % 50 === 7 && row === 2 ? 50 : 15 * pick(1, 20);
      return [reference, '2026-03', activity, form, minutes, '', n % 3, ''];
    }),
  );
  const columns = REPORT_COLUMNS.map((head) => ({ head, kind: 'text' as const, width: 16 }));
  return await xlsxOf([{ name: 'Rapporter', columns, rows: lines }]);
}

async function readElsewhere(id: string, appUrl: string, workerUrl: string): Promise<UploadRead> {
  const reader = fork('bench/lib/upload-reader.ts', [id, workerUrl], {
    env: { ...process.env, APP_DATABASE_URL: appUrl },
    execArgv: [...WORKER_NODE_OPTIONS],
  });
  const ended = once(reader, 'exit');
  const said: unknown[] = [];
  reader.on('message', (message) => said.push(message));
  const [code] = await ended;
  if (code !== 0 || said.length !== 1) throw new Error(`The reading process ended with ${code}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own process's one message
  return said[0] as UploadRead;
}

console.log(`upload: ${rows} rows of XLSX, seed ${seed}`);
const server = await startTemporaryPostgres();
const { appUrl, workerUrl } = await prepareDatabase(
  server.ownerUrl,
  'a secret that only this benchmark knows',
);
await markPlayedDays(server.ownerUrl);
await prepareJobs(server.ownerUrl);
const [owner, app] = [openDatabase(server.ownerUrl, 2), openDatabase(appUrl, 2)];
try {
  await buildReferenceData(owner);
  const office = await buildOffice(owner);
  const actor = await buildProviderActor(owner, 'reporter', { provider: office.provider });
  const placements = await buildManyPlacements(owner, office, participants);
  await owner.$executeRawUnsafe('ANALYZE');
  const content = await workbook(placements.map(({ reference }) => reference));
  const input = {
    month: '2026-03',
    fileName: 'mars.xlsx',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    replace: false,
  };
  const received = await execute(receiveUpload(content), input, {
    database: app,
    actor,
    now: NOW,
    idempotencyKey: newId(),
  });
  if (!received.ok) throw new Error(JSON.stringify(received.error));
  const { id } = received.value;

  const { seconds, peakMiB } = await readElsewhere(id, appUrl, workerUrl);
  const upload = await owner.upload.findUniqueOrThrow({ where: { id } });
  const wrong = participants / 50;
  if (upload.rows !== rows || upload.taken !== participants - wrong || upload.leftOut !== wrong)
    throw new Error(`The upload came to something else: ${JSON.stringify(upload)}`);
  console.log(
    `${Math.round(content.length / 1024)} KiB: ${upload.taken} reports kept, ${upload.leftOut} left out`,
  );
  console.log(JSON.stringify({ name: 'upload', rows, seconds, peakMiB, seed }));
} finally {
  await Promise.all([owner.$disconnect(), app.$disconnect()]);
  await server.stop();
}
