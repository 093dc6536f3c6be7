import type { Tx } from '#lib/server/db/transaction.ts';

/** Lets service periods belong to another placement; their references go with them. */
export async function movePeriods(
  tx: Tx,
  numbers: readonly number[],
  fromPlacementId: string,
  toPlacementId: string,
): Promise<void> {
  if (numbers.length === 0) return;
  await tx.servicePeriod.updateMany({
    where: { placementId: fromPlacementId, number: { in: [...numbers] } },
    data: { placementId: toPlacementId },
  });
}
