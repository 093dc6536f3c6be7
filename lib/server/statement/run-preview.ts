import { type CutOffFault, cutOffFault } from '#lib/domain/statement/cut-off.ts';
import type { RunPreview } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findLatestRun } from '#lib/server/statement/run-row.ts';
import { ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Counts = {
  readonly providers: bigint;
  readonly newReports: bigint;
  readonly newReportsOre: bigint;
  readonly awaitingReview: bigint;
  readonly awaitingReviewOre: bigint;
  readonly returned: bigint;
};

/** What a run at a cut-off would take in, before it is started; with what stands in its way, if anything. */
export const runPreview = defineQuery({
  name: 'statementRun.preview',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { cutOff }: { readonly cutOff: PlainDate },
    { today },
  ): Promise<RunPreview & { readonly fault: CutOffFault | null }> => {
    // Only months that have closed by the cut-off, of reports that existed then.
    const [counts] = await tx.$queryRaw<Counts[]>`
      WITH known AS (
        SELECT coalesce(r.standing_status, r.status) AS status, r.amount_ore, r.placement_id, r.month FROM report r
        WHERE coalesce(r.standing_status, r.status) IN ('approved', 'submitted', 'inReview', 'returned') AND r.submitted_on <= ${cutOff}::date
          AND r.month + interval '1 month' <= ${cutOff}::date
      ), counted AS (
        SELECT k.status, k.amount_ore, k.status = 'approved' AND NOT EXISTS (
          SELECT 1 FROM statement_line l WHERE l.placement_id = k.placement_id AND l.key LIKE 'base:' || to_char(k.month, 'YYYY-MM') || ':%') AS is_new
        FROM known k
      )
      SELECT (SELECT count(DISTINCT p.provider_id) FROM placement p WHERE p."from" < ${cutOff}::date AND p.cancelled_at IS NULL) AS providers,
        count(*) FILTER (WHERE is_new) AS "newReports", coalesce(sum(amount_ore) FILTER (WHERE is_new), 0)::bigint AS "newReportsOre",
        count(*) FILTER (WHERE status IN ('submitted', 'inReview')) AS "awaitingReview",
        coalesce(sum(amount_ore) FILTER (WHERE status IN ('submitted', 'inReview')), 0)::bigint AS "awaitingReviewOre",
        count(*) FILTER (WHERE status = 'returned') AS returned
      FROM counted`;
    return {
      cutOff,
      providers: Number(counts?.providers ?? 0n),
      newReports: Number(counts?.newReports ?? 0n),
      newReportsOre: ore(Number(counts?.newReportsOre ?? 0n)),
      awaitingReview: Number(counts?.awaitingReview ?? 0n),
      awaitingReviewOre: ore(Number(counts?.awaitingReviewOre ?? 0n)),
      returned: Number(counts?.returned ?? 0n),
      fault: cutOffFault(cutOff, await findLatestRun(tx), today),
    };
  },
  reads: () => null,
});
