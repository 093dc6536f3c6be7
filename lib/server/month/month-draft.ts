import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type PlacementMonthKey } from '#lib/server/report/placement-months.ts';
import { firstDay } from '#lib/shared/month.ts';
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

export async function deleteDraft(tx: Tx, { placementId, month }: PlacementMonthKey): Promise<void> {
  await tx.$executeRaw`DELETE FROM month_draft WHERE placement_id = ${placementId}::uuid AND month = ${firstDay(month)}::date`;
}
