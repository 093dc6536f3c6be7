import { openDatabase } from '#lib/server/db/client.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import type { ChildRun } from '#lib/server/statement/testing/run-with-kills.ts';

// A run in a process of its own, for whoever wants to kill it. Its parent says which run, and is told 0 when the database
// answers and then, after each provider, how many are done.

function tell(done: number): void {
  process.send?.(done);
}

async function run({ workerUrl, runId, now, batchSize }: ChildRun): Promise<void> {
  const database = openDatabase(workerUrl, 3);
  await database.$queryRaw`SELECT 1`;
  tell(0);
  await runStatements({ database, runId, now: () => new Date(now), batchSize, onProvider: tell });
  await database.$disconnect();
  process.disconnect();
}

process.once('message', (given) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by run-with-kills.ts alone
  void run(given as ChildRun);
});
