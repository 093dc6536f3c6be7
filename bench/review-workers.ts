import { parseArgs } from 'node:util';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { buildWaitingReports, runReviewWorkers } from '#lib/server/review/testing/review-workers.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';

/**
 * 50 reviewers, each on a connection of their own, who decide on the same 5 000 reports at once through the command itself: what one has
 * read another takes or decides meanwhile. Every stale version is refused, every decision that was acknowledged stands, once.
 * `--quick` has 10 reviewers and 500 reports.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const workers = values.quick ? 10 : 50;
const rows = values.quick ? 500 : 5000;

console.log(`review-workers: ${workers} reviewers, ${rows} reports, seed ${seed}`);
const server = await startTemporaryPostgres();
const { appUrl } = await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
await markPlayedDays(server.ownerUrl);
const [owner, database] = [openDatabase(server.ownerUrl, 2), openDatabase(appUrl, workers)];
try {
  await buildReferenceData(owner);
  await buildWaitingReports(owner, rows);
  const pick = seeded(seed);
  const start = performance.now();
  const { others, ...tally } = await runReviewWorkers(owner, database, {
    workers,
    pick: (below) => pick(0, below - 1),
  });
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const unexpected = Object.keys(others).length;
  if (unexpected > 0) console.error(`Refused for other reasons: ${JSON.stringify(others)}`);
  if (tally.decided !== rows || tally.lost > 0 || tally.doubled > 0 || unexpected > 0) process.exitCode = 1;
  console.log(JSON.stringify({ name: 'review-workers', workers, rows, ...tally, seconds, seed }));
} finally {
  await Promise.all([owner.$disconnect(), database.$disconnect()]);
  await server.stop();
}
