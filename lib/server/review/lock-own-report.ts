import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { type LockedReport, lockReport } from '#lib/server/review/lock-report.ts';

/** A report of the provider's own, locked; null where it is not within the actor's reach. */
export async function lockOwnReport(tx: Tx, actor: Actor, reportId: string): Promise<LockedReport | null> {
  const reached = await tx.$queryRaw<
    unknown[]
  >`SELECT r.id::text FROM report r WHERE r.id = ${reportId}::uuid AND ${reportsInReach(actor)}`;
  return reached.length === 0 ? null : await lockReport(tx, reportId);
}
