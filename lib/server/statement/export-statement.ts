import type { LineView, StatementRow } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { findStatement } from '#lib/server/statement/find-statement.ts';
import { listGroups } from '#lib/server/statement/statement-groups.ts';
import { listLines } from '#lib/server/statement/statement-lines.ts';

export type ExportedStatement = {
  readonly statement: StatementRow;
  readonly lines: readonly LineView[];
  readonly participantIds: readonly string[];
};

/** All lines of a statement, for a file. */
export const exportStatement = defineQuery({
  name: 'statement.export',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören, som fil',
  run: async (tx, input: { readonly statementId: string }): Promise<ExportedStatement | null> => {
    const found = await findStatement(tx, input.statementId);
    if (found === null) return null;
    const groups = await listGroups(tx, input.statementId);
    const lines = await listLines(
      tx,
      input.statementId,
      groups.map(({ id }) => id),
      { limit: found.row.lineCount, offset: 0 },
    );
    return {
      statement: found.row,
      lines: lines.map(({ line }) => line),
      participantIds: [...new Set(lines.flatMap(({ participantId }) => participantId ?? []))],
    };
  },
  reads: ({ participantIds }, { statementId }) => ({ type: 'statement', id: statementId, participantIds }),
});
