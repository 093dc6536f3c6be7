import { retryStatementRunInput } from '#lib/schemas/statement.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type LockedRun = { readonly version: number; readonly finished: boolean };

/** Sends a run that stopped back to the worker. What it had made is kept; only what is missing is made. */
export const retryStatementRun = defineCommand({
  name: 'statementRun.retry',
  mandates: ['payer'],
  input: retryStatementRunInput,
  lock: async (tx, { runId }) => {
    const [run] = await tx.$queryRaw<LockedRun[]>`
      SELECT version, finished_at IS NOT NULL AS finished FROM statement_run WHERE id = ${runId}::uuid FOR UPDATE`;
    return run ?? null;
  },
  version: (run, { version }) => ({ seen: version, current: run.version }),
  guard: () => null,
  stepUp: () => null,
  decide: ({ finished }, { runId }) => (finished ? err(conflict()) : ok({ runId })),
  write: async (tx, { runId }) => {
    await tx.$executeRaw`UPDATE statement_run SET failure = NULL, version = version + 1 WHERE id = ${runId}::uuid`;
    await sendInTransaction(tx, 'statement.run', { runId });
    return { runId };
  },
  audit: (_, { runId }) => ({ type: 'statementRun', id: runId, participantIds: [] }),
});
