import type { PlacedEntry } from '#lib/domain/activity/add-to-log.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';

/** Stores entries of the log in one statement; returns their ids in the same order. */
export async function insertEntries(
  tx: Tx,
  entries: readonly PlacedEntry[],
  by: { readonly personId: string; readonly now: Date },
): Promise<readonly string[]> {
  const stored = entries.map(({ placementId, ...entry }) => ({
    id: newId(),
    placement_id: placementId,
    ...entry,
  }));
  await tx.$executeRaw`INSERT INTO activity_entry (id, placement_id, date, activity, form, minutes, language, note, coach_person_id,
      created_by_person_id, created_at)
    SELECT id, placement_id, date, activity, form, minutes, language, note, ${by.personId}::uuid, ${by.personId}::uuid,
      ${by.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS x (id uuid, placement_id uuid, date date, activity activity_category,
      form activity_form, minutes int, language text, note text)`;
  return stored.map(({ id }) => id);
}
