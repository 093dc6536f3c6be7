import type { AuthorisationRow, PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import type { PayDayQuery } from '#lib/schemas/payment.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { listAuthorisations } from '#lib/server/payment/authorisation-rows.ts';
import { listWindow } from '#lib/server/payment/list-window.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';
import { type Ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type PayDayDetail = {
  readonly payOn: PlainDate;
  /** The last day to accept for it; null for a day that has been. */
  readonly acceptedThrough: PlainDate | null;
  readonly counts: { readonly ready: number; readonly hindered: number; readonly done: number };
  readonly readyOre: Ore;
  readonly rows: Paged<PayableRow>;
  readonly authorisations: readonly AuthorisationRow[];
};

function matches({ providerName, orgNo }: PayableRow, q: string): boolean {
  const digits = q.replaceAll(/\D/g, '');
  return (
    providerName.toLocaleLowerCase('sv').includes(q.toLocaleLowerCase('sv')) ||
    (digits.length >= 4 && orgNo.startsWith(digits))
  );
}

/** One pay day: what can be authorised for it, what cannot and why, and what has been. A provider has few statements open at a time. */
export const payDay = defineQuery({
  name: 'payment.readDay',
  mandates: ['payer'],
  purpose: 'Utbetalning av ersättning',
  run: async (
    tx,
    { date, q, view, page }: PayDayQuery & { readonly date: PlainDate },
    { today },
  ): Promise<PayDayDetail | null> => {
    const { window, rows } = await listWindow(tx, date, today);
    const authorisations = await listAuthorisations(tx, Prisma.sql`a.pay_on = ${date}::date`, {
      limit: PAGE_SIZE,
      offset: 0,
    });
    if (window === null && authorisations.length === 0) return null;
    const views = {
      ready: rows.filter(({ obstacle }) => obstacle === null),
      hindered: rows.filter(({ obstacle }) => obstacle !== null && obstacle !== 'alreadyAuthorised'),
      done: rows.filter(({ obstacle }) => obstacle === 'alreadyAuthorised'),
    };
    const found = views[view].filter((row) => matches(row, q));
    const from = offsetOf(page);
    return {
      payOn: date,
      acceptedThrough: window?.through ?? null,
      counts: { ready: views.ready.length, hindered: views.hindered.length, done: views.done.length },
      readyOre: views.ready.length === 0 ? ZERO_ORE : sumOre(views.ready.map(({ payableOre }) => payableOre)),
      rows: paged(found.slice(from, from + PAGE_SIZE), found.length, page),
      authorisations,
    };
  },
  reads: () => null,
});
