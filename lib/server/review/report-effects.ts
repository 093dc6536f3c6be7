import type { DocumentStatus } from '#lib/domain/compensation/types.ts';
import type { Effect } from '#lib/domain/effect/effect.ts';
import { awaitsDecision, type ReportStatus, type StandingStatus } from '#lib/domain/review/decide-report.ts';
import { isReopenable } from '#lib/domain/review/reopen-report.ts';
import type { ReportEffects } from '#lib/domain/review/reviewed-report.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { effectFor, placementEffect, placementMoney } from '#lib/server/effect/placement-effect.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type About = { readonly placementId: string; readonly month: Month };

/** What it would do to the placement's money if the month's report got this status. */
export async function reportEffect(
  tx: Tx,
  { placementId, month }: About,
  status: DocumentStatus,
  today: PlainDate,
): Promise<Effect | null> {
  return await placementEffect(tx, placementId, { report: { month, status } }, today);
}

/**
 * The kronor of each decision that can be made about the report now; none where it is no longer the month's. A proposed rejection
 * shows those of its becoming final. Taking a decision up again moves none: it counts as it was until it is decided anew.
 */
export async function reportEffects(
  tx: Tx,
  report: About & { readonly status: ReportStatus; readonly standingStatus: StandingStatus },
  today: PlainDate,
): Promise<ReportEffects> {
  const { placementId, month, status } = report;
  if (!awaitsDecision(status) && !isReopenable(status)) return {};
  const money = await placementMoney(tx, placementId, today);
  if (money === null) return {};
  const becoming = (next: DocumentStatus): Effect => effectFor(money, { report: { month, status: next } });
  if (isReopenable(status)) return { reopen: becoming(status) };
  const rejected = becoming('rejected');
  // What counts as approved is not returned: that could not be answered.
  const returned = report.standingStatus === 'approved' ? {} : { return: becoming('returned') };
  return { approve: becoming('approved'), ...returned, proposeReject: rejected, reject: rejected };
}
