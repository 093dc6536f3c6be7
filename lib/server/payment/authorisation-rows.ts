import type { AuthorisationRow } from '#lib/domain/payment/payment-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type RawAuthorisation = {
  readonly id: string;
  readonly payOn: string;
  readonly authorisedBy: string;
  readonly authorisedAt: Date;
  readonly statementCount: number;
  readonly amountOre: bigint;
  readonly paidOn: string | null;
};

/** All statements of an authorisation are paid at once: one of them tells how all of them stand. */
const COLUMNS = Prisma.sql`a.id::text, a.pay_on::text AS "payOn", p.given_name || ' ' || p.family_name AS "authorisedBy",
  a.authorised_at AS "authorisedAt", a.statement_count AS "statementCount", a.amount_ore AS "amountOre",
  (SELECT max(s.paid_on)::text FROM statement s WHERE s.authorisation_id = a.id) AS "paidOn"`;

/** Authorisations that meet a condition on `authorisation a`, the latest first. */
export async function listAuthorisations(
  tx: Tx,
  matching: Prisma.Sql,
  slice: { readonly limit: number; readonly offset: number },
): Promise<readonly AuthorisationRow[]> {
  const rows = await tx.$queryRaw<RawAuthorisation[]>`
    SELECT ${COLUMNS} FROM authorisation a JOIN person p ON p.id = a.person_id
    WHERE ${matching} ORDER BY a.authorised_at DESC, a.id LIMIT ${slice.limit} OFFSET ${slice.offset}`;
  return rows.map((raw) => {
    const paidOn = raw.paidOn === null ? null : plainDate(raw.paidOn);
    return {
      ...raw,
      payOn: plainDate(raw.payOn),
      amountOre: ore(Number(raw.amountOre)),
      paidOn,
      state: paidOn === null ? 'authorised' : 'paid',
    };
  });
}

export async function countAuthorisations(tx: Tx, matching: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<
    { total: bigint }[]
  >`SELECT count(*) AS total FROM authorisation a WHERE ${matching}`;
  return Number(rows[0]?.total ?? 0n);
}
