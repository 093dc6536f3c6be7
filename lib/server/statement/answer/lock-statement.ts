import type { Answerable } from '#lib/domain/statement/answer-statement.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A proposed statement, locked for the transaction with the disputes there are about it. */
export type LockedStatement = Answerable & {
  readonly id: string;
  readonly providerId: string;
  readonly version: number;
  readonly cutOff: PlainDate;
  readonly contentHash: string | null;
};

type Row = Omit<LockedStatement, 'openDisputes'> & { readonly status: StatementStatus };

/**
 * Locks the statement against every other answer; null where the actor does not see it. A provider sees its own, from when
 * it is proposed. Whatever moves a statement or its disputes takes this lock first.
 */
export async function lockStatement(tx: Tx, statementId: string): Promise<LockedStatement | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.id::text, s.provider_id::text AS "providerId", s.version, s.cut_off::text AS "cutOff", s.status::text,
      s.accept_by::text AS "acceptBy", s.content_hash AS "contentHash"
    FROM statement s
    WHERE s.id = ${statementId}::uuid AND s.status <> 'open' AND (app.is_authority() OR s.provider_id = app.provider_id())
    FOR UPDATE OF s`;
  return row === undefined ? null : { ...row, openDisputes: await countOpen(tx, statementId) };
}

/** Counted after the lock is held: what another transaction closed meanwhile is closed. */
export async function countOpen(tx: Tx, statementId: string): Promise<number> {
  return await tx.statementDispute.count({ where: { statementId, closedAt: null } });
}
