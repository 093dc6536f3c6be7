import type { DocumentPlacement, DocumentStatus } from '#lib/domain/document/document.ts';
import type { ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { decisionMoney } from '#lib/server/placement-decision/decision-money.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Row = {
  readonly hasSecondPeriod: boolean;
  readonly documentId: string | null;
  readonly status: DocumentStatus | null;
  readonly declinedOn: PlainDate | null;
};

/** What the rules of an extension rest on beside the placement. */
export async function extensionFacts(
  tx: Tx,
  placement: Pick<DocumentPlacement, 'placementId' | 'from' | 'to' | 'end'>,
  context: Pick<CommandContext, 'actor' | 'today'>,
): Promise<ExtensionFacts> {
  const { placementId } = placement;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = p.decision_id AND s.number = 2) AS "hasSecondPeriod",
      d.id::text AS "documentId", d.status,
      (SELECT max((x.decided_at AT TIME ZONE 'Europe/Stockholm')::date)::text FROM placement_decision x
        WHERE x.placement_id = p.id AND x.kind = 'noExtension') AS "declinedOn"
    FROM placement p LEFT JOIN document d ON d.placement_id = p.id AND d.kind = 'extension'
      AND d.status IN ('submitted', 'inReview', 'returned', 'approved')
    WHERE p.id = ${placementId}::uuid`;
  if (row === undefined) throw new Error('A placement that was just read is not there');
  const { hasSecondPeriod, documentId, status, declinedOn } = row;
  const terms = await termsInForce(tx, context.today);
  return {
    hasSecondPeriod,
    current: documentId === null || status === null ? null : { documentId, status },
    declinedOn,
    leadDays: terms.extensionLeadDays,
    periodDays: terms.periodDays,
    finalReportDueOn: finalReportDueOn(placement, terms.finalReportWorkdays),
    money: await decisionMoney(tx, placementId, context),
  };
}
