import type { Paged, RunView, StatementRow } from '#lib/domain/statement/statement-view.ts';
import type { RunStatementOrder, RunStatementsQuery } from '#lib/schemas/statement.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { parseFailure } from '#lib/server/statement/run-stopped.ts';
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import { findRun } from '#lib/server/statement/run-row.ts';
import {
  type RawStatement,
  STATEMENT_COLUMNS,
  statementRowOf,
} from '#lib/server/statement/statement-rows.ts';

export type RunDetail = {
  readonly run: RunView;
  readonly failure: RunFailure | null;
  /** The provider whose statement stopped the run. */
  readonly failedProvider: string | null;
  readonly statements: Paged<StatementRow>;
};

const ORDERS: Readonly<Record<RunStatementOrder, Prisma.Sql>> = {
  name: Prisma.sql`r.name COLLATE "sv-x-icu", s.id`,
  net: Prisma.sql`s.net_ore DESC, s.id`,
  payable: Prisma.sql`s.payable_ore DESC, s.id`,
};

/** A name holds the text, or an organisation number begins with its digits. */
function found(q: string): Prisma.Sql {
  if (q === '') return Prisma.sql`true`;
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const digits = q.replaceAll(/\D/g, '');
  const byNumber = digits.length >= 4 ? Prisma.sql` OR r.org_no LIKE ${`${digits}%`}` : Prisma.empty;
  return Prisma.sql`(r.name ILIKE ${like}${byNumber})`;
}

/** One run and its statements: sorted, searched, a page at a time. */
export const runDetail = defineQuery({
  name: 'statementRun.read',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, input: RunStatementsQuery & { readonly runId: string }): Promise<RunDetail | null> => {
    const { runId, q, order, page } = input;
    const matching = found(q);
    const run = await findRun(tx, runId);
    if (run === null) return null;
    const from = Prisma.sql`FROM statement s JOIN provider r ON r.id = s.provider_id WHERE s.run_id = ${runId}::uuid AND ${matching}`;
    const [count] = await tx.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total ${from}`;
    const rows = await tx.$queryRaw<RawStatement[]>`
      SELECT ${STATEMENT_COLUMNS} ${from} ORDER BY ${ORDERS[order]} LIMIT ${PAGE_SIZE} OFFSET ${offsetOf(page)}`;
    const failure = run.state === 'stopped' ? parseFailure(run.failure) : null;
    const failedId = failure !== null && 'providerId' in failure ? failure.providerId : null;
    const failed =
      failedId === null
        ? null
        : await tx.provider.findUnique({ where: { id: failedId }, select: { name: true } });
    return {
      run,
      failure,
      failedProvider: failed?.name ?? null,
      statements: paged(rows.map(statementRowOf), Number(count?.total ?? 0n), page),
    };
  },
  reads: () => null,
});
