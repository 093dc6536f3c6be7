import type { Database } from '#lib/server/db/client.ts';
import type { JobData } from '#lib/server/jobs/queues.ts';
import { now } from '#lib/server/clock.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';

/**
 * Makes the statements of a run. Called again with the same job it goes on where it was. A run that stopped on a broken
 * sum is not tried again by itself: the reason stands with the run, for a person to see to.
 */
export async function handleStatementRun(
  { runId }: JobData<'statement.run'>,
  database: Database,
): Promise<void> {
  await runStatements({ database, runId, now });
}
