import { openDatabase } from '#lib/server/db/client.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { startStatementRun } from '#lib/server/statement/start-statement-run.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The payer starts a run, and the worker carries it out. */
export async function runStatement(
  stage: Stage,
  workerUrl: string,
  cutOff: PlainDate,
  at: Date,
): Promise<void> {
  const actor = await stage.actor('jonas-berg');
  const { runId } = await stage.command(startStatementRun, { cutOff }, { actor, at });
  const database = openDatabase(workerUrl, 2);
  try {
    const outcome = await runStatements({ database, runId, now: () => at });
    if (outcome.kind === 'stopped')
      throw new Error(`The statement run of ${cutOff} stopped: ${outcome.failure.code}`);
  } finally {
    await database.$disconnect();
  }
}
