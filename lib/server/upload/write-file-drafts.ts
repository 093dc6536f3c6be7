import type { Tx } from '#lib/server/db/transaction.ts';
import type { PassedReport } from '#lib/server/report/insert-reports.ts';
import { firstDay } from '#lib/shared/month.ts';

/** Keeps reports of a file as drafts of their months, in one statement. */
export async function writeFileDrafts(
  tx: Tx,
  passed: readonly PassedReport[],
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<void> {
  if (passed.length === 0) return;
  const drafts = passed.map(({ placementMonth: { placementId, facts }, content }) => ({
    placement_id: placementId,
    month: firstDay(facts.month),
    content,
  }));
  await tx.$executeRaw`INSERT INTO month_draft (placement_id, month, content, source, updated_at, updated_by_person_id)
    SELECT placement_id, month, content, 'file', ${now.toISOString()}::timestamptz, ${personId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS x (placement_id uuid, month date, content jsonb)
    ON CONFLICT (placement_id, month) DO UPDATE SET content = excluded.content, unread = '[]', source = excluded.source,
      updated_at = excluded.updated_at, updated_by_person_id = excluded.updated_by_person_id, version = month_draft.version + 1`;
}
