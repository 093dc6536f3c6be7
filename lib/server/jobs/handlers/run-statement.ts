import type { JobContext } from '#lib/server/jobs/handlers.ts';
import type { JobData } from '#lib/server/jobs/queues.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';

/** Makes the statements of a run. A run that stopped keeps its reason; only what is unexpected is tried again. */
export async function runStatement({ runId }: JobData<'statement.run'>, context: JobContext): Promise<void> {
  await runStatements({ database: context.database, runId, now: () => new Date() });
}
