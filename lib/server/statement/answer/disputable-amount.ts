import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DisputableAmount } from '#lib/domain/statement/dispute-view.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { DisputedAmountQuery } from '#lib/schemas/statement-answer.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';

type Row = {
  readonly placementId: string;
  readonly participantId: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly key: string;
  readonly component: Component;
  readonly isCorrection: boolean;
  readonly amountOre: bigint;
  readonly because: readonly LineStep[] | null;
  readonly reason: NotPayableReason | null;
};

export type FoundAmount = { readonly amount: DisputableAmount; readonly participantId: string };

/** An amount that the statement pays, or says is not payable, of a placement that the actor sees; null where there is none. */
export async function findDisputableAmount(
  tx: Tx,
  statementId: string,
  asked: DisputedAmountQuery,
): Promise<FoundAmount | null> {
  const line =
    'line' in asked
      ? Prisma.sql`l.id = ${asked.line}::bigint`
      : Prisma.sql`l.placement_id = ${asked.placementId}::uuid AND l.key = ${asked.key}`;
  const entry =
    'line' in asked
      ? Prisma.sql`false`
      : Prisma.sql`i.placement_id = ${asked.placementId}::uuid AND n.key = ${asked.key}`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT x.placement_id::text AS "placementId", p.participant_id::text AS "participantId", e.given_name || ' ' || e.family_name AS name,
      p.protected AS "isProtected", x.key, x.component, x.correction AS "isCorrection", x.amount AS "amountOre", x.because, x.reason
    FROM (
      SELECT l.placement_id, l.key, l.component, l.quantity IS NULL AS correction, l.amount_ore AS amount, l.because, NULL AS reason
      FROM statement_line l WHERE l.statement_id = ${statementId}::uuid AND ${line}
      UNION ALL
      SELECT i.placement_id, n.key, n.component, false, n."amountOre", NULL, n.reason
      FROM statement_input i
      CROSS JOIN LATERAL jsonb_to_recordset(i.not_payable) AS n(key text, component text, reason text, "amountOre" bigint)
      WHERE i.statement_id = ${statementId}::uuid AND ${entry}
    ) x
    JOIN placement p ON p.id = x.placement_id
    JOIN participant a ON a.id = p.participant_id
    JOIN person e ON e.id = a.person_id`;
  if (row === undefined) return null;
  const { participantId, name, isProtected, amountOre, placementId, ...rest } = row;
  return {
    participantId,
    amount: {
      ...rest,
      placementId,
      subject: isProtected ? { kind: 'protected' } : { kind: 'participant', name, placementId },
      month: monthOfKey(row.key),
      amountOre: ore(Number(amountOre)),
    },
  };
}
