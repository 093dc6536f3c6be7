import { parseArgs } from 'node:util';
import { seedOf } from '#lib/domain/choice/assign-nearest.ts';
import { compareSeeded } from '#lib/domain/choice/seeded-order.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { buildCrowd } from '#lib/server/choice/assign/testing/crowd.ts';
import { differencesFrom, plainSearch } from '#lib/server/choice/assign/testing/plain-search.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * The nightly job on ten thousand decisions that nobody chose for, in eight areas of thirty contracts whose places fill: seconds, and
 * whether everybody got whom a plain haversine search in whole metres gives, one after the other. Beside it how often each of n equally
 * near stands first over ten thousand seeds, against the interval of a binomial distribution. `--quick` takes a thousand.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const DECISIONS = values.quick ? 1000 : 10_000;
const NIGHT = new Date('2026-05-20T01:20:00+02:00');
const TODAY = '2026-05-20';
const MOST_SECONDS = 10;
const SEEDS = 10_000;
/** 99,9 % of a normal distribution lies within so many standard deviations. */
const DEVIATIONS = 3.29;

await runMain(async () => {
  const ties = [2, 3, 5, 8, 13].map(firstOf);
  for (const { n, least, most, low, high } of ties)
    console.log(`of ${n} equally near each stands first ${least}–${most} times of ${SEEDS} (${low}–${high})`);
  const fair = ties.every(({ least, most, low, high }) => least >= low && most <= high);
  const server = await startTemporaryPostgres();
  try {
    const measured = await measure(server.ownerUrl);
    console.log(JSON.stringify({ name: 'proximity', ...measured, fair, seed }));
    const slow = !values.quick && measured.seconds > MOST_SECONDS;
    if (!measured.equal || !fair || slow) process.exitCode = 1;
  } finally {
    await server.stop();
  }
});

async function measure(ownerUrl: string) {
  const { workerUrl } = await prepareDatabase(ownerUrl, 'a secret that only this benchmark knows');
  const [owner, worker] = [openDatabase(ownerUrl, 2), openDatabase(workerUrl, 2)];
  try {
    await buildReferenceData(owner);
    await buildCrowd(owner, { decisions: DECISIONS, areas: 8, contractsPerArea: 30, seed });
    await owner.$executeRaw`ANALYZE`;
    const found = await plainSearch(owner, TODAY);
    const begin = performance.now();
    const outcome = await assignByProximity(worker, NIGHT);
    const seconds = Math.round((performance.now() - begin) / 10) / 100;
    const differences = await differencesFrom(owner, found);
    console.log(
      `${outcome.assigned} placed in ${seconds} s, ${outcome.without} without room; ${found.ties} drawn by lot`,
    );
    return {
      decisions: DECISIONS,
      assigned: outcome.assigned,
      without: outcome.without,
      drawn: found.ties,
      seconds,
      equal: differences === 0,
      differences,
    };
  } finally {
    await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  }
}

/** How often the least and the most lucky of n stands first, and the interval that chance leaves them. */
function firstOf(n: number) {
  const ids = Array.from({ length: n }, (_, at) => `contract ${at}`);
  const first = new Map(ids.map((id) => [id, 0]));
  for (let at = 0; at < SEEDS; at += 1) {
    const [best = ''] = ids.toSorted(compareSeeded(seedOf(`participant ${seed} ${at}`, plainDate(TODAY))));
    first.set(best, (first.get(best) ?? 0) + 1);
  }
  const [mean, deviation] = [SEEDS / n, Math.sqrt((SEEDS * (n - 1)) / n ** 2)];
  const counts = [...first.values()];
  return {
    n,
    least: Math.min(...counts),
    most: Math.max(...counts),
    low: Math.ceil(mean - DEVIATIONS * deviation),
    high: Math.floor(mean + DEVIATIONS * deviation),
  };
}
