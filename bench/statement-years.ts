import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { runYears } from '#lib/server/statement/testing/years/run-years.ts';

/**
 * Ten years of made-up corrections over a thousand placements, stated every month: the sum of all statements is what the facts
 * of the day give, for each placement and key, after every run. `--quick` takes a hundred placements and two years.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const { placements, months } = values.quick
  ? { placements: 100, months: 24 }
  : { placements: 1000, months: 120 };

console.log(`statement-years: seed ${seed}, ${placements} placements, ${months} months`);
const start = performance.now();
const server = await startTemporaryPostgres();
const { workerUrl } = await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
const [owner, worker] = [openDatabase(server.ownerUrl, 2), openDatabase(workerUrl, 3)];
try {
  const { runs, changes, claims, lines, breaches } = await runYears({
    owner,
    worker,
    placements,
    months,
    seed,
    onMonth: (cutOff, sofar, broken) => {
      if (cutOff.slice(5, 7) === '12') console.log(`${cutOff}: ${sofar} changes so far, ${broken} breaches`);
    },
  });
  for (const breach of breaches.slice(0, 20)) console.error(breach);
  if (breaches.length > 0) process.exitCode = 1;
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const measured = { placements, runs, changes, claims, lines, breaches: breaches.length, seconds, seed };
  console.log(JSON.stringify({ name: 'statement-years', ...measured }));
} finally {
  await Promise.all([owner.$disconnect(), worker.$disconnect()]);
  await server.stop();
}
