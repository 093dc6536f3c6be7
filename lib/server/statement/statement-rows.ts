import type { StatementRow, StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** A statement as the queries of this folder select it, from `statement s JOIN provider r`. */
export type RawStatement = {
  readonly id: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly cutOff: string;
  readonly status: StatementStatus;
  readonly proposedAt: Date | null;
  readonly netOre: bigint;
  readonly vatOre: bigint;
  readonly balanceInOre: bigint;
  readonly roundingOre: bigint;
  readonly payableOre: bigint;
  readonly balanceOutOre: bigint;
  readonly lineCount: bigint;
};

export const STATEMENT_COLUMNS = Prisma.sql`s.id::text, r.name AS "providerName", r.org_no AS "orgNo", s.cut_off::text AS "cutOff",
  s.status::text, s.proposed_at AS "proposedAt", s.net_ore AS "netOre", s.vat_ore AS "vatOre", s.balance_in_ore AS "balanceInOre",
  s.rounding_ore AS "roundingOre", s.payable_ore AS "payableOre", s.balance_out_ore AS "balanceOutOre",
  (SELECT count(*) FROM statement_line l WHERE l.statement_id = s.id) AS "lineCount"`;

export function statementRowOf(raw: RawStatement): StatementRow {
  return {
    id: raw.id,
    provider: { name: raw.providerName, orgNo: raw.orgNo },
    cutOff: plainDate(raw.cutOff),
    status: raw.status,
    proposedAt: raw.proposedAt,
    sums: {
      netOre: ore(Number(raw.netOre)),
      vatOre: ore(Number(raw.vatOre)),
      balanceInOre: ore(Number(raw.balanceInOre)),
      roundingOre: ore(Number(raw.roundingOre)),
      payableOre: ore(Number(raw.payableOre)),
      balanceOutOre: ore(Number(raw.balanceOutOre)),
    },
    lineCount: Number(raw.lineCount),
  };
}
