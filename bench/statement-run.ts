import { parseArgs } from 'node:util';
import { changeHistory, seedHistory } from '#bench/lib/statement-history.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/**
 * How long a statement run takes and how much memory its process needs: placements with twelve months of history, of
 * which eleven have been stated, one is new, and one in fifty of the old has changed since; a fifth have an outcome. 150
 * providers of unequal size, on a real PostgreSQL, as the worker's role. `--quick` takes a tenth of the placements.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const sizes = [12_500, 25_000, 50_000].map((size) => (values.quick ? size / 10 : size));
const NOW = new Date('2026-02-01T08:00:00Z');
const MIB = 1024 * 1024;

type Measured = { readonly seconds: number; readonly peakMiB: number; readonly lines: number };

async function measureRun(owner: Database, worker: Database, cutOff: string): Promise<Measured> {
  const runId = newId();
  await owner.statementRun.create({
    data: { id: runId, cutOff: toUtcDate(plainDate(cutOff)), startedAt: NOW },
  });
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  const outcome = await runStatements({ database: worker, runId, now: () => NOW });
  const seconds = Math.round(performance.now() - start) / 1000;
  clearInterval(sampling);
  if (outcome.kind !== 'proposed') throw new Error(`The run stopped: ${JSON.stringify(outcome)}`);
  const lines = await owner.statementLine.count({ where: { statement: { runId } } });
  return { seconds, peakMiB: Math.round(peak / MIB), lines };
}

async function measureSize(size: number): Promise<{ placements: number; seconds: number; peakMiB: number }> {
  const server = await startTemporaryPostgres();
  const { workerUrl } = await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
  const [owner, worker] = [openDatabase(server.ownerUrl, 2), openDatabase(workerUrl, 2)];
  try {
    await seedHistory(owner, size, seed);
    const earlier = await measureRun(owner, worker, '2025-12-24');
    console.log(`${size} placements, eleven months at once: ${earlier.lines} lines in ${earlier.seconds} s`);
    await changeHistory(owner);
    const { seconds, peakMiB, lines } = await measureRun(owner, worker, '2026-01-24');
    console.log(`${size} placements, the twelfth: ${lines} lines in ${seconds} s, ${peakMiB} MiB`);
    return { placements: size, seconds, peakMiB };
  } finally {
    await Promise.all([owner.$disconnect(), worker.$disconnect()]);
    await server.stop();
  }
}

console.log(`statement-run: seed ${seed}`);
const measured = [];
for (const size of sizes) measured.push(await measureSize(size));
console.log(JSON.stringify({ name: 'statement-run', sizes: measured, seed }));
