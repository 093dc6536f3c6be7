import type { PreviousStatement } from '#lib/domain/statement/statement-view.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** The provider's statement before this one, or null where this is its first. */
export async function findPrevious(tx: Tx, statementId: string): Promise<PreviousStatement | null> {
  const [raw] = await tx.$queryRaw<{ id: string; cutOff: string; netOre: bigint }[]>`
    SELECT b.id::text, b.cut_off::text AS "cutOff", b.net_ore AS "netOre"
    FROM statement s JOIN statement b ON b.provider_id = s.provider_id AND b.cut_off < s.cut_off
    WHERE s.id = ${statementId}::uuid ORDER BY b.cut_off DESC LIMIT 1`;
  return raw === undefined
    ? null
    : { id: raw.id, cutOff: plainDate(raw.cutOff), netOre: ore(Number(raw.netOre)) };
}
