import { type DisputeEffect, disputeEffect } from '#lib/domain/statement/dispute.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadAgreementVersions } from '#lib/server/statement/agreement-versions.ts';
import { calculateEntry } from '#lib/server/statement/calculate-entry.ts';
import { findPlacementRow } from '#lib/server/statement/placement-facts.ts';
import { RunStopped } from '#lib/server/statement/run-stopped.ts';
import { ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type About = {
  readonly providerId: string;
  readonly placementId: string;
  readonly key: string;
  /** Of the disputed statement. */
  readonly cutOff: PlainDate;
};

/**
 * What the facts of today change about a disputed amount, calculated as a statement run would. Null where the placement is
 * not seen or its facts cannot be calculated from.
 */
export async function findDisputeEffect(
  tx: Tx,
  { providerId, placementId, key, cutOff }: About,
  today: PlainDate,
): Promise<DisputeEffect | null> {
  const row = await findPlacementRow(tx, placementId, today);
  if (row === null) return null;
  const later = await tx.$queryRaw<{ key: string; amountOre: bigint }[]>`
    SELECT l.key, sum(l.amount_ore)::bigint AS "amountOre" FROM statement_line l JOIN statement s ON s.id = l.statement_id
    WHERE l.placement_id = ${placementId}::uuid AND s.cut_off > ${cutOff}::date GROUP BY l.key`;
  try {
    const agreements = await loadAgreementVersions(tx);
    const { evaluation } = calculateEntry(row, { providerId, agreements, asOf: today });
    return disputeEffect(
      key,
      evaluation.deltas,
      later.map((posted) => ({ key: posted.key, amountOre: ore(Number(posted.amountOre)) })),
    );
  } catch (error) {
    if (error instanceof RunStopped) return null;
    throw error;
  }
}
