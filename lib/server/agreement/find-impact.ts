import type { Impact } from '#lib/domain/agreement/impact.ts';
import type { ImpactState } from '#lib/domain/agreement/impact-view.ts';
import { IMPACT_HOLDS_DAYS } from '#lib/domain/agreement/version-draft.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type ImpactRow = {
  readonly id: string;
  readonly documentHash: string;
  readonly asOf: PlainDate;
  readonly state: ImpactState;
  readonly providersTotal: number;
  readonly providersDone: number;
  readonly requestedById: string;
  readonly requestedAt: Date;
  readonly result: Impact | null;
};

/** The latest preview of a draft, whatever has become of the draft since. */
export async function findImpact(tx: Tx, draftId: string): Promise<ImpactRow | null> {
  const [row] = await tx.$queryRaw<
    ImpactRow[]
  >`SELECT id::text, document_hash AS "documentHash", as_of::text AS "asOf", state,
      providers_total AS "providersTotal", providers_done AS "providersDone", requested_by_person_id::text AS "requestedById",
      requested_at AS "requestedAt", result
    FROM impact_preview WHERE agreement_draft_id = ${draftId}::uuid ORDER BY requested_at DESC, id DESC LIMIT 1`;
  return row ?? null;
}

type About = { readonly documentHash: string; readonly today: PlainDate };

/** Whether a preview tells of what the draft says now, and of a stock that is recent enough. */
export function isPresent(
  row: Pick<ImpactRow, 'state' | 'documentHash' | 'asOf'>,
  { documentHash, today }: About,
): boolean {
  return (
    row.state === 'finished' &&
    row.documentHash === documentHash &&
    row.asOf >= addDays(today, -IMPACT_HOLDS_DAYS)
  );
}

export async function hasPresentImpact(
  tx: Tx,
  { draftId, ...about }: About & { readonly draftId: string },
): Promise<boolean> {
  const row = await findImpact(tx, draftId);
  return row !== null && isPresent(row, about);
}
