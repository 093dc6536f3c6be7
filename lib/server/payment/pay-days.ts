import type { AuthorisationRow, PayDayView, Tally } from '#lib/domain/payment/payment-view.ts';
import type { Paged, StatementStatus } from '#lib/domain/statement/statement-view.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { countAuthorisations, listAuthorisations } from '#lib/server/payment/authorisation-rows.ts';
import { type PayDayWindow, payDayWindows } from '#lib/server/payment/pay-day-window.ts';
import { accountInForce, basisOf } from '#lib/server/payment/payable-rows.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const DAYS = 12;

export type PayDays = {
  readonly days: readonly PayDayView[];
  /** Authorised, and not confirmed as paid although the pay day is here. */
  readonly toConfirm: readonly AuthorisationRow[];
  readonly authorisations: Paged<AuthorisationRow>;
};

type RawTally = {
  readonly payOn: string;
  readonly status: StatementStatus;
  readonly hasAccount: boolean;
  readonly statements: bigint;
  readonly amountOre: bigint;
};

async function listTallies(
  tx: Tx,
  windows: readonly PayDayWindow[],
  today: PlainDate,
): Promise<readonly RawTally[]> {
  const days = windows.map(({ payOn }) => payOn);
  const through = windows.map((window) => window.through);
  return await tx.$queryRaw<RawTally[]>`
    WITH day AS (SELECT * FROM unnest(${days}::date[], ${through}::date[]) AS d(pay_on, through)), coming AS (
      SELECT s.*, coalesce(a.pay_on, (SELECT min(d.pay_on) FROM day d WHERE d.through >= ${basisOf(today)})) AS joins
      FROM statement s LEFT JOIN authorisation a ON a.id = s.authorisation_id
      WHERE s.payable_ore > 0 AND s.status <> 'open' AND (s.authorisation_id IS NULL OR a.pay_on = ANY (${days}::date[]))
    )
    SELECT s.joins::text AS "payOn", s.status::text, b.id IS NOT NULL AS "hasAccount", count(*) AS statements, sum(s.payable_ore)::bigint AS "amountOre"
    FROM coming s LEFT JOIN LATERAL (${accountInForce(Prisma.sql`s.joins`)}) b ON true
    WHERE s.joins IS NOT NULL GROUP BY 1, 2, 3`;
}

function tallyOf(rows: readonly RawTally[], fits: (row: RawTally) => boolean): Tally {
  const own = rows.filter(fits);
  return {
    statements: own.reduce((sum, { statements }) => sum + Number(statements), 0),
    amountOre: own.length === 0 ? ZERO_ORE : sumOre(own.map(({ amountOre }) => ore(Number(amountOre)))),
  };
}

function payDayViewOf({ payOn, through }: PayDayWindow, all: readonly RawTally[]): PayDayView {
  const rows = all.filter((row) => row.payOn === payOn);
  const of = (status: StatementStatus) => tallyOf(rows, (row) => row.status === status);
  return {
    payOn,
    acceptedThrough: through,
    accepted: of('accepted'),
    withoutAccount: tallyOf(rows, (row) => row.status === 'accepted' && !row.hasAccount),
    awaiting: of('proposed'),
    disputed: of('disputed'),
    authorised: of('authorised'),
    paid: of('paid'),
  };
}

/** The coming pay days, a year ahead, with what stands before each; then what has been authorised. */
export const payDays = defineQuery({
  name: 'payment.listDays',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (tx, { page }: { readonly page: number }, { today }): Promise<PayDays> => {
    const terms = await termsInForce(tx, today);
    const windows = payDayWindows(today, DAYS, terms);
    const tallies = await listTallies(tx, windows, today);
    const toConfirm = await listAuthorisations(
      tx,
      Prisma.sql`a.pay_on <= ${today}::date AND EXISTS (SELECT 1 FROM statement s WHERE s.authorisation_id = a.id AND s.status = 'authorised')`,
      { limit: PAGE_SIZE, offset: 0 },
    );
    const all = Prisma.sql`true`;
    const shown = await listAuthorisations(tx, all, { limit: PAGE_SIZE, offset: offsetOf(page) });
    return {
      days: windows.map((window) => payDayViewOf(window, tallies)),
      toConfirm,
      authorisations: paged(shown, await countAuthorisations(tx, all), page),
    };
  },
  reads: () => null,
});
