import { FULL_EXTENT } from '#lib/domain/outcome/scale-extent.ts';
import type { SetExtent } from '#lib/domain/wanted-extent/wanted-extent.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** Everything that the wanted extent of a decision has been set to, the latest first. */
export async function extentHistory(tx: Tx, decisionId: string): Promise<readonly SetExtent[]> {
  return await queryJson<SetExtent>(
    tx,
    Prisma.sql`SELECT w.id, w.percent, w.reason, to_char(w.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "setAt",
        n.given_name || ' ' || n.family_name AS "setByName"
      FROM wanted_extent w JOIN person n ON n.id = w.set_by_person_id
      WHERE w.decision_id = ${decisionId}::uuid ORDER BY w.set_at DESC, w.id DESC`,
  );
}

export function extentIn(history: readonly SetExtent[]): number {
  return history[0]?.percent ?? FULL_EXTENT;
}
