import { parseArgs } from 'node:util';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { markPlayedDays } from '#lib/server/db/played-days.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { newId } from '#lib/server/ids.ts';
import { runHistories } from '#lib/server/outcome/testing/histories/run-histories.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { buildReferenceData } from '#lib/server/testing/builders/reference-data.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

/**
 * 500 made-up ways from a signal to its pay, through the application's commands, with files, employers' answers and income files as
 * evidence: after each of two statements, what is posted for each
 * placement and key is what the pure module gives for the history as it was planned. `--quick` plays 50.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const count = values.quick ? 50 : 500;

console.log(`outcome-histories: seed ${seed}, ${count} histories`);
const start = performance.now();
const server = await startTemporaryPostgres();
// The links that employers get are sealed with it.
const secret = 'a secret that only this benchmark knows';
process.env['PORTAL_SECRET'] = secret;
const { appUrl, workerUrl } = await prepareDatabase(server.ownerUrl, secret);
await markPlayedDays(server.ownerUrl);
const [owner, app, worker] = [
  openDatabase(server.ownerUrl, 2),
  openDatabase(appUrl, 4),
  openDatabase(workerUrl, 3),
];
try {
  await buildReferenceData(owner);
  const pick = seeded(seed);
  const { histories, paid, changed, evidence, breaches } = await runHistories(
    {
      owner,
      app,
      state: async (cutOff) => {
        const runId = newId();
        const startedAt = new Date();
        await owner.statementRun.create({ data: { id: runId, cutOff: toUtcDate(cutOff), startedAt } });
        await runStatements({ database: worker, runId, now: () => startedAt, batchSize: 200 });
      },
    },
    { count, below: (bound) => pick(0, bound - 1) },
  );
  for (const breach of breaches.slice(0, 20)) console.error(breach);
  if (breaches.length > 0) process.exitCode = 1;
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  console.log(
    JSON.stringify({
      name: 'outcome-histories',
      histories,
      paid,
      changed,
      evidence,
      breaches: breaches.length,
      seconds,
      seed,
    }),
  );
} finally {
  await Promise.all([owner.$disconnect(), app.$disconnect(), worker.$disconnect()]);
  await server.stop();
}
