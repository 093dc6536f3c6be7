import { nextCutOff, type ProposedCutOff } from '#lib/domain/statement/cut-off.ts';
import type { Paged, RunView } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { findLatestRun, listRuns } from '#lib/server/statement/run-row.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

export type RunsOverview = {
  readonly runs: Paged<RunView>;
  /** The latest run, whatever page is shown; null before the first. */
  readonly latest: RunView | null;
  readonly next: ProposedCutOff;
};

/** The payer's first page: the runs there are, and when the next is due. */
export const runsOverview = defineQuery({
  name: 'statementRun.list',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { page }: { readonly page: number }, { today }): Promise<RunsOverview> => {
    const total = await tx.statementRun.count();
    const [latest] = await listRuns(tx, 1, 0);
    const runs = await listRuns(tx, PAGE_SIZE, offsetOf(page));
    const terms = await termsInForce(tx, today);
    return {
      runs: paged(runs, total, page),
      latest: latest ?? null,
      next: nextCutOff(await findLatestRun(tx), today, terms),
    };
  },
  reads: () => null,
});
