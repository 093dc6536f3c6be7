import { isDeepStrictEqual, parseArgs } from 'node:util';
import { changeFacts, PROVIDERS, seedHistory } from '#bench/lib/statement-history.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { createDatabaseFromTemplate, startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { runWithKills } from '#lib/server/statement/testing/run-with-kills.ts';
import { storedRun } from '#lib/server/statement/testing/stored-run.ts';
import { addMonths, type PlainDate, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/**
 * Statement runs in a process of their own that is killed at random moments (SIGKILL) and started again until they end,
 * month after month, beside a copy of the same database where they are left in peace: after each run the two hold the same
 * statements, lines, inputs, sums and checksums, the same mail and the same log. `--quick` kills ten times in place of 50.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const { wanted, placements } = values.quick
  ? { wanted: 10, placements: 600 }
  : { wanted: 50, placements: 3000 };
const KILLS_A_RUN = 10;
const NOW = new Date('2026-02-01T08:00:00Z');

type Side = { readonly owner: Database; readonly workerUrl: string };

async function newRun({ owner }: Side, cutOff: PlainDate): Promise<string> {
  const id = newId();
  await owner.statementRun.create({ data: { id, cutOff: toUtcDate(cutOff), startedAt: NOW } });
  return id;
}

async function undisturbedRun(side: Side, cutOff: PlainDate): Promise<unknown> {
  const runId = await newRun(side, cutOff);
  const database = openDatabase(side.workerUrl, 3);
  await runStatements({ database, runId, now: () => NOW });
  await database.$disconnect();
  return await storedRun(side.owner, runId);
}

const pick = seeded(seed);
console.log(`statement-kills: seed ${seed}, ${placements} placements, ${PROVIDERS} providers`);
const server = await startTemporaryPostgres();
const { workerUrl } = await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
const inDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};
const first = openDatabase(server.ownerUrl, 2);
await seedHistory(first, placements, seed);
await first.$disconnect();
await createDatabaseFromTemplate(server.adminUrl, new URL(server.ownerUrl).pathname.slice(1), 'undisturbed');
const killed: Side = { owner: openDatabase(server.ownerUrl, 2), workerUrl };
const undisturbed: Side = {
  owner: openDatabase(inDatabase(server.ownerUrl, 'undisturbed'), 2),
  workerUrl: inDatabase(workerUrl, 'undisturbed'),
};
let kills = 0;
let equal = true;
try {
  for (let round = 0; kills < wanted; round += 1) {
    const cutOff = addMonths(plainDate('2025-03-24'), round);
    if (round > 0) for (const { owner } of [killed, undisturbed]) await changeFacts(owner, round);
    const runId = await newRun(killed, cutOff);
    const times = await runWithKills({
      run: { workerUrl, runId, now: NOW.toISOString(), batchSize: pick(3, 40) },
      providers: PROVIDERS,
      kills: Math.min(KILLS_A_RUN, wanted - kills),
      pick,
    });
    kills += times;
    const same = isDeepStrictEqual(
      await storedRun(killed.owner, runId),
      await undisturbedRun(undisturbed, cutOff),
    );
    equal &&= same;
    console.log(
      `run at ${cutOff}: killed ${times} times, ${same ? 'the same' : 'NOT the same'} as undisturbed`,
    );
  }
} finally {
  await Promise.all([killed.owner.$disconnect(), undisturbed.owner.$disconnect()]);
  await server.stop();
}
if (!equal) process.exitCode = 1;
console.log(JSON.stringify({ name: 'statement-kills', kills, equal, seed }));
