import type { Reporting } from '#lib/domain/outcome/report-outcome.ts';
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
