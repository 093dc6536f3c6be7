import type { ClaimRow, ClaimStatus } from '#lib/domain/payment/claim.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type RawClaim = {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly cutOff: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly amountOre: bigint;
  readonly status: ClaimStatus;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly dueOn: string | null;
  readonly settledOn: string | null;
  readonly isOwn: boolean;
};

const nameOf = (id: Prisma.Sql) =>
  Prisma.sql`(SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = ${id})`;

/** Claims that meet a condition on `claim c`, those that wait for somebody first. */
export async function listClaims(
  tx: Tx,
  matching: Prisma.Sql,
  slice: { readonly limit: number; readonly offset: number },
): Promise<readonly ClaimRow[]> {
  const rows = await tx.$queryRaw<RawClaim[]>`
    SELECT c.id::text, c.version, c.statement_id::text AS "statementId", s.cut_off::text AS "cutOff", r.name AS "providerName", r.org_no AS "orgNo",
      c.amount_ore AS "amountOre", c.status, c.reason, coalesce(${nameOf(Prisma.sql`c.proposed_by_person_id`)}, '') AS "proposedBy",
      c.proposed_at AS "proposedAt", ${nameOf(Prisma.sql`c.decided_by_person_id`)} AS "decidedBy", c.decided_at AS "decidedAt",
      c.decision_reason AS "decisionReason", c.due_on::text AS "dueOn", c.settled_on::text AS "settledOn",
      coalesce(c.proposed_by_person_id = app.person_id(), false) AS "isOwn"
    FROM claim c JOIN statement s ON s.id = c.statement_id JOIN provider r ON r.id = c.provider_id
    WHERE ${matching}
    ORDER BY array_position(ARRAY['proposed', 'decided'], c.status) NULLS LAST, c.proposed_at DESC, c.id
    LIMIT ${slice.limit} OFFSET ${slice.offset}`;
  return rows.map(({ providerName, orgNo, ...raw }) => ({
    ...raw,
    provider: { name: providerName, orgNo },
    cutOff: plainDate(raw.cutOff),
    amountOre: ore(Number(raw.amountOre)),
    dueOn: raw.dueOn === null ? null : plainDate(raw.dueOn),
    settledOn: raw.settledOn === null ? null : plainDate(raw.settledOn),
  }));
}
