import type { ReasonCode } from '#lib/domain/review/reason-code.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addMonthsTo, firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';

/** How often a reason stands behind a decision of a month: whole reports that were returned or rejected, and rows that were lowered. */
export type ReasonCount = {
  readonly month: Month;
  readonly providerId: string;
  readonly providerName: string;
  readonly code: ReasonCode;
  readonly returned: number;
  readonly rejected: number;
  readonly rows: number;
};

type Asked = { readonly from: Month; readonly through: Month; readonly providerId: string | null };

/**
 * Reasons by code, month of the decision and provider. A rejection is counted when it is final, its proposal not beside it. Of months with
 * decisions alone, the latest first.
 */
export async function countReasons(
  tx: Tx,
  { from, through, providerId }: Asked,
): Promise<readonly ReasonCount[]> {
  return await tx.$queryRaw<ReasonCount[]>`
    WITH given AS (
      SELECT d.report_id, d.decided_at, d.reason_code AS code, d.decision FROM review_decision d
        WHERE d.reason_code IS NOT NULL AND d.decision IN ('return', 'reject')
      UNION ALL SELECT d.report_id, d.decided_at, x.reason_code, 'row' FROM review_decision_row x JOIN review_decision d ON d.id = x.decision_id)
    SELECT to_char(g.decided_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM') AS month, v.id::text AS "providerId", v.name AS "providerName", g.code,
      count(*) FILTER (WHERE g.decision = 'return')::int AS returned, count(*) FILTER (WHERE g.decision = 'reject')::int AS rejected,
      count(*) FILTER (WHERE g.decision = 'row')::int AS rows
    FROM given g JOIN report r ON r.id = g.report_id JOIN provider v ON v.id = r.provider_id
    WHERE (g.decided_at AT TIME ZONE 'Europe/Stockholm') >= ${firstDay(from)}::date
      AND (g.decided_at AT TIME ZONE 'Europe/Stockholm') < ${firstDay(nextMonth(through))}::date
      AND (${providerId}::uuid IS NULL OR v.id = ${providerId}::uuid)
    GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 3, 4`;
}

/** Months of the list of reasons. */
const MONTHS = 12;

/** Why reports have been returned, rejected and lowered in the last twelve months, of one provider or of all. */
export const reviewReasons = defineQuery<{ readonly providerId: string | null }, readonly ReasonCount[]>({
  name: 'review.reasons',
  mandates: ['reviewer'],
  purpose: 'Uppföljning av granskningens skäl',
  run: async (tx, { providerId }, { today }) => {
    const through = monthOf(today);
    return await countReasons(tx, { from: addMonthsTo(through, 1 - MONTHS), through, providerId });
  },
  reads: () => null,
});
