import type { RunProgress } from '#lib/domain/statement/statement-view.ts';
import type { RunIdInput } from '#lib/schemas/statement.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { runStateOf } from '#lib/server/statement/run-row.ts';

/** How far a run has come, for a page that asks again and again. */
export const runProgress = defineQuery({
  name: 'statementRun.progress',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { runId }: RunIdInput): Promise<RunProgress | null> => {
    const run = await tx.statementRun.findUnique({
      where: { id: runId },
      select: { finishedAt: true, failure: true, providersTotal: true, providersDone: true },
    });
    if (run === null) return null;
    const { providersTotal, providersDone } = run;
    return { state: runStateOf(run), providersTotal, providersDone };
  },
  reads: () => null,
});
