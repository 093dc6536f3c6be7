import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, parseMonth } from '#lib/shared/month.ts';
import { isUuid } from '#lib/shared/uuid.ts';

/** The cycle that somebody names by its id, or by its month and draw (`2026-01/1`); null where there is none. */
export async function findCycle(tx: Tx, named: string): Promise<{ readonly id: string } | null> {
  const [monthText, drawText = ''] = named.split('/');
  const month = parseMonth(monthText);
  const [found] = isUuid(named)
    ? await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM sample_cycle WHERE id = ${named}::uuid`
    : month !== null && /^[12]$/.test(drawText)
      ? await tx.$queryRaw<
          { id: string }[]
        >`SELECT id::text FROM sample_cycle WHERE month = ${firstDay(month)}::date AND draw = ${Number(drawText)}`
      : [];
  return found ?? null;
}
