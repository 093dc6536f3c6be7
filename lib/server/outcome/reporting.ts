import type { Reporting } from '#lib/domain/outcome/report-outcome.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { currentOutcome } from '#lib/server/outcome/find-outcome.ts';
import { standingSignal } from '#lib/server/signal/signal-facts.ts';

/** Who reports outcomes for a provider. */
export const OUTCOME_REPORTERS = ['coach', 'reporter', 'signatory'] as const;

/** The signal and the outcome that stand for a placement. */
export async function reportingOf(tx: Tx, placementId: string) {
  return {
    standing: await standingSignal(tx, placementId),
    current: await currentOutcome(tx, placementId),
  } satisfies Reporting;
}

/** Whether somebody at the provider of the actor reported an outcome: what a caseworker wrote down is not the provider's to take back. */
export async function isReportedByOwn(
  tx: Tx,
  { submittedByPersonId }: Pick<StoredOutcome, 'submittedByPersonId'>,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOwn: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = ${submittedByPersonId}::uuid AND m.provider_id = app.provider_id()) AS "isOwn"`;
  return row?.isOwn ?? false;
}
