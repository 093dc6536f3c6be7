import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { basisOf, listPayable } from '#lib/server/payment/payable-rows.ts';
import { type PayDayWindow, windowOf } from '#lib/server/payment/pay-day-window.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type WindowRows = { readonly window: PayDayWindow | null; readonly rows: readonly PayableRow[] };

/** The statements that stand before a pay day or are authorised for it. Of a day that is no coming pay day only the latter. */
export async function listWindow(tx: Tx, payOn: PlainDate, today: PlainDate): Promise<WindowRows> {
  const window = windowOf(payOn, today, await termsInForce(tx, today));
  const basis = basisOf(today);
  const after = window?.after == null ? Prisma.sql`true` : Prisma.sql`${basis} > ${window.after}::date`;
  const coming =
    window === null ? Prisma.sql`false` : Prisma.sql`(${basis} <= ${window.through}::date AND ${after})`;
  const rows = await listPayable(
    tx,
    Prisma.sql`s.payable_ore > 0 AND ((s.status IN ('proposed', 'disputed', 'accepted') AND ${coming})
      OR s.authorisation_id IN (SELECT a.id FROM authorisation a WHERE a.pay_on = ${payOn}::date))`,
    { payOn, acceptedThrough: window?.through ?? payOn },
  );
  return { window, rows };
}
