import type { StatementPayment } from '#lib/domain/payment/payment-view.ts';
import { payDayAfter, payDaysFrom } from '#lib/domain/statement/pay-day.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { basisOf } from '#lib/server/payment/payable-rows.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { ore } from '#lib/shared/money.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type Raw = {
  readonly statementId: string;
  readonly cutOff: string;
  readonly status: StatementStatus;
  readonly payableOre: bigint;
  readonly acceptBy: string | null;
  readonly authorisedFor: string | null;
  readonly paidOn: string | null;
  /** The day from which its pay day is counted. */
  readonly basis: string;
};

/** The pay day that a statement joins: what was accepted for a day that has been comes with the next. */
function joins({ status, basis }: Raw, today: PlainDate, terms: Terms): PlainDate | null {
  if (status === 'open' || status === 'disputed') return null;
  const counted = payDayAfter(plainDate(basis), terms);
  return counted >= today ? counted : (payDaysFrom(today, 1, terms)[0] ?? null);
}

async function listStatementPayments(
  tx: Tx,
  matching: Prisma.Sql,
  today: PlainDate,
  limit: number,
): Promise<readonly StatementPayment[]> {
  const terms = await termsInForce(tx, today);
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT s.id::text AS "statementId", s.cut_off::text AS "cutOff", s.status::text, s.payable_ore AS "payableOre", s.accept_by::text AS "acceptBy",
      CASE WHEN s.authorisation_id IS NOT NULL THEN app.pay_on(s.id)::text END AS "authorisedFor", s.paid_on::text AS "paidOn", (${basisOf(today)})::text AS basis
    FROM statement s WHERE ${matching} ORDER BY s.cut_off DESC, s.id LIMIT ${limit}`;
  return rows.map((raw): StatementPayment => {
    const payableOre = ore(Number(raw.payableOre));
    const expected = payableOre > 0 ? joins(raw, today, terms) : null;
    return {
      statementId: raw.statementId,
      cutOff: plainDate(raw.cutOff),
      status: raw.status,
      payableOre,
      acceptBy: raw.acceptBy === null ? null : plainDate(raw.acceptBy),
      payOn: raw.authorisedFor === null ? expected : plainDate(raw.authorisedFor),
      paidOn: raw.paidOn === null ? null : plainDate(raw.paidOn),
    };
  });
}

const SEEN = Prisma.sql`(app.is_authority() OR (s.provider_id = app.provider_id() AND s.status <> 'open'))`;

/** How the payments of the given statements stand, for the lists that show them; by statement. */
export const statementPayments = defineQuery({
  name: 'payment.listStates',
  mandates: ['signatory', 'reporter', 'providerAdmin', 'payer'],
  purpose: 'Ersättning till leverantören',
  run: async (
    tx,
    { statementIds }: { readonly statementIds: readonly string[] },
    { today },
  ): Promise<ReadonlyMap<string, StatementPayment>> => {
    const matching = Prisma.sql`s.id = ANY (${statementIds}::uuid[]) AND ${SEEN}`;
    const rows = await listStatementPayments(tx, matching, today, statementIds.length);
    return new Map(rows.map((row) => [row.statementId, row]));
  },
  reads: () => null,
});

const DAYS = 12;
const MOST_SHOWN = 50;

export type ExpectedPayments = {
  /** The coming pay days, a year ahead, each with the own statements that are to be paid on it. */
  readonly days: readonly { readonly payOn: PlainDate; readonly payments: readonly StatementPayment[] }[];
  /** Disputed: no day can be told. */
  readonly withoutDay: readonly StatementPayment[];
  /** The latest first. */
  readonly paid: readonly StatementPayment[];
};

/** The own provider's pay days: what is to come on each of them, and what has been paid. */
export const expectedPayments = defineQuery({
  name: 'payment.listExpected',
  mandates: ['signatory', 'reporter', 'providerAdmin'],
  purpose: 'Ersättning till leverantören',
  run: async (tx, _: Readonly<Record<string, never>>, { today }): Promise<ExpectedPayments> => {
    const own = Prisma.sql`s.provider_id = app.provider_id() AND s.payable_ore > 0`;
    const coming = await listStatementPayments(
      tx,
      Prisma.sql`${own} AND s.status IN ('proposed', 'disputed', 'accepted', 'authorised')`,
      today,
      MOST_SHOWN,
    );
    const paid = await listStatementPayments(tx, Prisma.sql`${own} AND s.status = 'paid'`, today, MOST_SHOWN);
    const known = new Set(payDaysFrom(today, DAYS, await termsInForce(tx, today)));
    for (const { payOn } of coming) if (payOn !== null) known.add(payOn);
    return {
      days: [...known]
        .toSorted()
        .map((payOn) => ({ payOn, payments: coming.filter((payment) => payment.payOn === payOn) })),
      withoutDay: coming.filter(({ payOn }) => payOn === null),
      paid,
    };
  },
  reads: () => null,
});
