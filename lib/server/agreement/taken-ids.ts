import type { Tx } from '#lib/server/db/transaction.ts';

/** Ids that a draft cannot have: those of published versions and of what waits to be published beside it. */
export async function takenIds(tx: Tx, draftId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM agreement_version v
      WHERE NOT EXISTS (SELECT 1 FROM agreement_draft d WHERE d.id = ${draftId}::uuid AND d.status = 'published' AND d.agreement_version_id = v.id)
    UNION SELECT agreement_version_id FROM agreement_draft WHERE status = 'submitted' AND id <> ${draftId}::uuid`;
  return rows.map(({ id }) => id);
}
