import type { DocumentPlacement, DocumentStatus } from '#lib/domain/document/document.ts';
import type { InterruptionFacts } from '#lib/domain/interruption-request/interruption-request.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { decisionMoney } from '#lib/server/placement-decision/decision-money.ts';
import { lastActivityOn } from '#lib/server/placement-decision/last-activity.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** What the rules of an interruption rest on beside the placement. */
export async function interruptionFacts(
  tx: Tx,
  { placementId }: Pick<DocumentPlacement, 'placementId'>,
  context: Pick<CommandContext, 'actor' | 'today'>,
): Promise<InterruptionFacts> {
  const [current] = await tx.$queryRaw<{ documentId: string; status: DocumentStatus }[]>`
    SELECT id::text AS "documentId", status FROM document
    WHERE placement_id = ${placementId}::uuid AND kind = 'interruptionRequest' AND status IN ('submitted', 'inReview', 'returned')`;
  const { finalReportWorkdays } = await termsInForce(tx, context.today);
  return {
    current: current ?? null,
    lastActivityOn: await lastActivityOn(tx, placementId),
    finalReportWorkdays,
    money: await decisionMoney(tx, placementId, context),
  };
}
