import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type Difference, namedFirst } from '#lib/server/sampling/verify-sample.ts';

/**
 * Holds a closed cycle against the decisions, which are never changed: what each drawn report is told to have come to against what was
 * decided of it by the day on which the cycle closed, and that the rules have decided nothing that did not stand in a draw undrawn.
 */
export async function decisionDifferences(tx: Tx, file: SampleFile): Promise<readonly Difference[]> {
  return [...(await resultDifferences(tx, file)), ...(await rulesDifferences(tx, file))];
}

async function resultDifferences(tx: Tx, { cycle }: SampleFile): Promise<readonly Difference[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT x.report_id::text AS id
    FROM sample_result x JOIN sample_cycle c ON c.id = x.cycle_id JOIN report r ON r.id = x.report_id
      LEFT JOIN LATERAL (SELECT d.decision, s.amount_ore, CASE d.decision WHEN 'reject' THEN 'rejected' WHEN 'return' THEN 'notCompleted'
            ELSE CASE WHEN s.content_hash <> r.content_hash THEN 'changed'
              WHEN EXISTS (SELECT 1 FROM review_decision_row w WHERE w.decision_id = d.id) THEN 'fewerMinutes' ELSE 'sound' END END AS error
          FROM review_decision d JOIN report s ON s.id = d.report_id
          WHERE s.placement_id = r.placement_id AND s.month = r.month AND s.number >= r.number
            AND d.decision <> 'proposeReject' AND d.decided_at <= c.closed_at
          ORDER BY s.number DESC, d.decided_at DESC, d.id DESC LIMIT 1) d ON true
    WHERE x.cycle_id = ${cycle.id}::uuid AND CASE WHEN x.error = 'withdrawn' THEN x.error_ore <> r.amount_ore
        OR NOT EXISTS (SELECT 1 FROM report s WHERE s.placement_id = r.placement_id AND s.month = r.month AND s.number >= r.number AND s.status = 'withdrawn')
      ELSE d.error IS DISTINCT FROM coalesce(x.error, 'sound') OR x.error_ore <> (CASE WHEN d.error = 'sound' THEN 0
        ELSE greatest(0, r.amount_ore - CASE d.decision WHEN 'approve' THEN d.amount_ore ELSE 0 END) END) END
    ORDER BY x.report_id`;
  return namedFirst(
    rows,
    'resultDiffers',
    (id) => `Report ${id} was decided otherwise than its result tells.`,
  );
}

async function rulesDifferences(tx: Tx, { cycle }: SampleFile): Promise<readonly Difference[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT d.report_id::text AS id
    FROM review_decision d JOIN report r ON r.id = d.report_id
      LEFT JOIN sample_frame f ON f.report_id = d.report_id LEFT JOIN sample_cycle c ON c.id = f.cycle_id
    WHERE d.by = 'rules' AND (f.cycle_id = ${cycle.id}::uuid OR r.month = ${`${cycle.month}-01`}::date)
      AND (f.report_id IS NULL OR f.drawn OR d.decided_at < c.drawn_at) ORDER BY 1`;
  return namedFirst(
    rows,
    'decidedUndrawn',
    (id) => `The rules decided report ${id}, which did not stand in a draw undrawn.`,
  );
}
