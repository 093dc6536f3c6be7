import type { UnreadCell } from '#lib/domain/month-grid/typed-month.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlacementMonthKey } from '#lib/server/report/placement-months.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

/** Locks a month's draft; its version, 0 where there is none. */
export async function lockDraftVersion(tx: Tx, { placementId, month }: PlacementMonthKey): Promise<number> {
  const [draft] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM month_draft
    WHERE placement_id = ${placementId}::uuid AND month = ${firstDay(month)}::date FOR UPDATE`;
  return draft?.version ?? 0;
}

type Draft = PlacementMonthKey & {
  readonly content: ReportContent;
  readonly source: 'form' | 'file' | 'api';
  readonly updatedByPersonId: string | null;
  readonly updatedAt: Date;
};

/**
 * Writes the draft of a month after the version that was seen, and returns its own. A first draft that somebody else
 * has made meanwhile is a conflict by the table's key.
 */
export async function writeDraft(tx: Tx, draft: Draft, seenVersion: number): Promise<number> {
  const { placementId, source, updatedByPersonId, updatedAt } = draft;
  const version = seenVersion + 1;
  const data = {
    content: { ...draft.content, rows: [...draft.content.rows] },
    // A form that holds what cannot be read is refused.
    unread: [],
    source,
    updatedByPersonId,
    updatedAt,
    version,
  };
  const month = toUtcDate(firstDay(draft.month));
  if (seenVersion === 0) await tx.monthDraft.create({ data: { placementId, month, ...data } });
  else await tx.monthDraft.update({ where: { placementId_month: { placementId, month } }, data });
  return version;
}

/** A draft as it is typed: what could be read, and what could not. */
export type TypedDraft = {
  readonly placementId: string;
  readonly content: ReportContent;
  readonly unread: readonly UnreadCell[];
};

type By = { readonly month: Month; readonly personId: string; readonly now: Date };

/** Locks the drafts of a month, in one order. Their placements are locked already: no new ones come. */
export async function lockDrafts(tx: Tx, placementIds: readonly string[], month: Month): Promise<void> {
  await tx.$queryRaw`SELECT placement_id::text FROM month_draft
    WHERE placement_id = ANY (${[...placementIds]}::uuid[]) AND month = ${firstDay(month)}::date ORDER BY placement_id FOR UPDATE`;
}

/** Keeps drafts of a month, each as the version after the one there is, in one statement. */
export async function writeTypedDrafts(
  tx: Tx,
  drafts: readonly TypedDraft[],
  { month, personId, now }: By,
): Promise<void> {
  if (drafts.length === 0) return;
  await tx.$executeRaw`INSERT INTO month_draft (placement_id, month, content, unread, source, updated_at, updated_by_person_id)
    SELECT "placementId", ${firstDay(month)}::date, content, unread, 'form', ${now.toISOString()}::timestamptz, ${personId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS x ("placementId" uuid, content jsonb, unread jsonb)
    ON CONFLICT (placement_id, month) DO UPDATE SET content = excluded.content, unread = excluded.unread, source = excluded.source,
      updated_at = excluded.updated_at, updated_by_person_id = excluded.updated_by_person_id, version = month_draft.version + 1`;
}

export async function deleteDraft(tx: Tx, { placementId, month }: PlacementMonthKey): Promise<void> {
  await tx.$executeRaw`DELETE FROM month_draft WHERE placement_id = ${placementId}::uuid AND month = ${firstDay(month)}::date`;
}
