import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import type { PlacementFacts, Posting } from '#lib/domain/compensation/types.ts';
import type { StatementLine } from '#lib/domain/statement/statement-line.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** What one placement puts on a statement: its input, and what the input gave. */
export type PlacementEntry = {
  readonly placementId: string;
  readonly participantId: string;
  readonly agreementVersionId: string;
  readonly vatPermille: number;
  readonly facts: PlacementFacts;
  readonly inputHash: string;
  readonly evaluation: Evaluation;
  readonly lines: readonly StatementLine[];
};

type Target = { readonly statementId: string; readonly providerId: string };

/** Stores lines and inputs of a batch: one statement each, whatever the number of rows. */
export async function postBatch(tx: Tx, target: Target, entries: readonly PlacementEntry[]): Promise<void> {
  const { statementId, providerId } = target;
  const lines = entries.flatMap(({ placementId, lines: own }) =>
    own.map((line) => ({
      placement_id: placementId,
      key: line.key,
      component: line.component,
      quantity: line.quantity,
      unit_ore: line.unitOre,
      amount_ore: line.amountOre,
      because: line.because,
    })),
  );
  const inputs = entries.map((entry) => ({
    placement_id: entry.placementId,
    agreement_version_id: entry.agreementVersionId,
    facts: entry.facts,
    input_hash: entry.inputHash,
    pending: entry.evaluation.pending,
    not_payable: entry.evaluation.notPayable,
  }));
  await tx.$executeRaw`
    INSERT INTO statement_input (statement_id, placement_id, provider_id, agreement_version_id, facts, input_hash, pending, not_payable)
    SELECT ${statementId}::uuid, x.placement_id, ${providerId}::uuid, x.agreement_version_id, x.facts, x.input_hash, x.pending, x.not_payable
    FROM jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) AS x(
      placement_id uuid, agreement_version_id text, facts jsonb, input_hash text, pending jsonb, not_payable jsonb)`;
  if (lines.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO statement_line (statement_id, provider_id, placement_id, key, component, quantity, unit_ore, amount_ore, because)
    SELECT ${statementId}::uuid, ${providerId}::uuid, x.placement_id, x.key, x.component, x.quantity, x.unit_ore, x.amount_ore, x.because
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS x(
      placement_id uuid, key text, component text, quantity integer, unit_ore bigint, amount_ore bigint, because jsonb)`;
}

type PostedRow = { readonly placementId: string; readonly posted: readonly Posting[] };

/** What all statements together hold for each placement, read back from the table. */
export async function postedOf(
  tx: Tx,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Posting[]>> {
  const rows = await tx.$queryRaw<PostedRow[]>`
    SELECT l.placement_id::text AS "placementId", jsonb_agg(jsonb_build_object('key', l.key, 'amountOre', l.total)) AS posted
    FROM (SELECT placement_id, key, sum(amount_ore)::bigint AS total FROM statement_line
      WHERE placement_id = ANY (${placementIds}::uuid[]) GROUP BY placement_id, key) l
    GROUP BY l.placement_id`;
  return new Map(rows.map((row) => [row.placementId, row.posted]));
}
