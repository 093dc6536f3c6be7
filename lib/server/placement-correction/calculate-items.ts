import { type ItemKronor, type ItemNow, kronorOf } from '#lib/domain/placement-correction/correction.ts';
import type { PlannedItem } from '#lib/domain/placement-correction/plan-correction.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { effectFor, placementMoneys } from '#lib/server/effect/placement-effect.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How each placement stands, with the kronor of its correction as a statement of today would post them. */
export async function calculateItems(
  tx: Tx,
  items: readonly PlannedItem[],
  today: PlainDate,
): Promise<ReadonlyMap<string, ItemNow>> {
  const ids = items.map(({ placementId }) => placementId);
  const moneys = await placementMoneys(tx, ids, today);
  const now = new Map<string, ItemNow>();
  for (const { placementId, toLevel, toAgreementVersionId } of items) {
    const money = moneys.get(placementId);
    if (money === undefined) continue;
    const effect = effectFor(money, { level: toLevel, agreementVersionId: toAgreementVersionId });
    const { level } = money.facts.placement;
    now.set(placementId, { level, agreementVersionId: money.agreement.id, ...kronorOf(effect) });
  }
  return now;
}

/** Stores the kronor of each placement anew. */
export async function storeKronor(
  tx: Tx,
  correctionId: string,
  kronor: ReadonlyMap<string, ItemKronor>,
  today: PlainDate,
): Promise<void> {
  const rows = [...kronor].map(([id, { differenceOre, nextBeforeOre, nextOre }]) => ({
    id,
    difference: differenceOre,
    before: nextBeforeOre,
    next: nextOre,
  }));
  await tx.$executeRaw`
    UPDATE placement_correction_item i SET difference_ore = x.difference, next_before_ore = x.before, next_ore = x.next
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, difference bigint, before bigint, next bigint)
    WHERE i.correction_id = ${correctionId}::uuid AND i.placement_id = x.id`;
  await tx.$executeRaw`UPDATE placement_correction SET calculated_on = ${today}::date, version = version + 1
    WHERE id = ${correctionId}::uuid`;
}
