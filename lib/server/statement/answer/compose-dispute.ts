import type { DisputableAmount } from '#lib/domain/statement/dispute-view.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { DisputedAmountQuery } from '#lib/schemas/statement-answer.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findDisputableAmount } from '#lib/server/statement/answer/disputable-amount.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Head = {
  readonly id: string;
  readonly version: number;
  readonly cutOff: PlainDate;
  readonly status: StatementStatus;
};

export type ComposedDispute = {
  readonly statement: Head;
  readonly amount: DisputableAmount;
  readonly participantId: string;
  /** The open dispute that there is already about the amount. */
  readonly openDisputeId: string | null;
};

/** What a signatory reads before disputing an amount: the amount and its reasons. */
export const composeDispute = defineQuery({
  name: 'dispute.compose',
  mandates: ['signatory'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    { statementId, asked }: { readonly statementId: string; readonly asked: DisputedAmountQuery },
  ): Promise<ComposedDispute | null> => {
    const [statement] = await tx.$queryRaw<Head[]>`
      SELECT s.id::text, s.version, s.cut_off::text AS "cutOff", s.status::text FROM statement s
      WHERE s.id = ${statementId}::uuid AND s.provider_id = app.provider_id() AND s.status <> 'open'`;
    if (statement === undefined) return null;
    const found = await findDisputableAmount(tx, statementId, asked);
    if (found === null) return null;
    const { placementId, key } = found.amount;
    const open = await tx.statementDispute.findFirst({
      where: { statementId, placementId, key, closedAt: null },
      select: { id: true },
    });
    return { ...found, statement, openDisputeId: open?.id ?? null };
  },
  reads: ({ participantId }, { statementId }) => ({
    type: 'statement',
    id: statementId,
    participantIds: [participantId],
  }),
});
