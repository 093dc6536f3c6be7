import type { AnsweredDispute, UnansweredStatement } from '#lib/domain/todo/todo.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Statements that wait for the provider's answer, the first to be answered first; after its last day silence has answered. */
export async function listUnanswered(
  tx: Tx,
  providerId: string,
  today: PlainDate,
): Promise<readonly UnansweredStatement[]> {
  const rows = await tx.$queryRaw<(Omit<UnansweredStatement, 'kind' | 'payableOre'> & { payable: bigint })[]>`
    SELECT s.id::text AS "statementId", s.cut_off::text AS "cutOff", s.accept_by::text AS "dueOn", s.payable_ore AS payable
    FROM statement s WHERE s.provider_id = ${providerId}::uuid AND s.status = 'proposed' AND (s.accept_by IS NULL OR s.accept_by >= ${today}::date)
    ORDER BY s.accept_by, s.cut_off`;
  return rows.map(({ payable, ...row }) => ({
    kind: 'statement',
    ...row,
    payableOre: ore(Number(payable)),
  }));
}

/** Open disputes in which the authority wrote last, about placements that the reader sees. */
export async function listAnsweredDisputes(tx: Tx, providerId: string): Promise<readonly AnsweredDispute[]> {
  const rows = await tx.$queryRaw<Omit<AnsweredDispute, 'kind'>[]>`
    SELECT d.id::text AS "disputeId", d.statement_id::text AS "statementId", s.cut_off::text AS "cutOff",
      to_char(m.written_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS "answeredOn"
    FROM statement_dispute d JOIN statement s ON s.id = d.statement_id JOIN placement p ON p.id = d.placement_id
      JOIN LATERAL (SELECT side, written_at FROM statement_dispute_message WHERE dispute_id = d.id ORDER BY written_at DESC, id DESC LIMIT 1) m ON true
    WHERE d.provider_id = ${providerId}::uuid AND d.closed_at IS NULL AND m.side = 'authority' ORDER BY m.written_at, d.id`;
  return rows.map((row) => ({ kind: 'dispute', ...row }));
}
